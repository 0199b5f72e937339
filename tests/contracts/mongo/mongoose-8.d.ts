/** Mongoose 8 declares itself under its own name only: the alias is given the types of 9, whose part in use is the same. */
declare module "mongoose-8" {
  import mongoose from "mongoose";
  export default mongoose;
}
