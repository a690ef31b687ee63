const destroying = new Set(['del', 'getdel', 'unlink'])

const reading = new Set([
  ...['bitcount', 'bitpos', 'exists', 'get', 'getbit', 'getrange', 'pttl', 'strlen', 'ttl', 'type'],
  ...['hexists', 'hget', 'hgetall', 'hkeys', 'hlen', 'hmget', 'hstrlen', 'hvals'],
  ...['lindex', 'llen', 'lrange', 'scard', 'sismember', 'smembers', 'srandmember'],
  ...['zcard', 'zcount', 'zrange', 'zrangebyscore', 'zrank', 'zrevrange', 'zrevrank', 'zscore'],
])

/** What a Redis command does to the key that it is run on. */
export function redisCommandDoes(command: string): 'reads' | 'changes' | 'destroys' {
  const name = command.toLowerCase()
  if (destroying.has(name)) return 'destroys'
  return reading.has(name) ? 'reads' : 'changes'
}
