# The product on Node 20: dependencies, the built client, and the TypeScript that tsx runs.
FROM node:20-bookworm-slim
ENV NODE_ENV=production TURBO_TELEMETRY_DISABLED=1
WORKDIR /app
COPY . .
RUN npm ci --include=dev --no-audit --no-fund && npm run build && chown -R node:node /app
USER node
EXPOSE 3000
VOLUME /app/data
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "--import", "tsx", "server/src/main.ts"]
