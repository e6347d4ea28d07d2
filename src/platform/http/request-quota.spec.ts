import { describe, expect, it } from '@jest/globals';
import { networkOf } from './network-of.ts';
import { RequestQuota } from './request-quota.ts';

describe('A quota of requests per minute', () => {
  let now = 0;
  const at = (seconds: number) => {
    now = seconds * 1000;
  };

  it('is used up by one caller and not by another', () => {
    const quota = new RequestQuota(2, () => now);
    at(0);
    expect(quota.take('fenna')).toEqual({ allowed: true, remaining: 1, secondsLeft: 60 });
    at(10.5);
    expect(quota.take('fenna')).toEqual({ allowed: true, remaining: 0, secondsLeft: 50 });
    expect(quota.take('fenna')).toEqual({ allowed: false, remaining: 0, secondsLeft: 50 });
    expect(quota.take('gijs')).toMatchObject({ allowed: true });
  });

  it('is whole again a minute after the first request, also for who kept asking', () => {
    const quota = new RequestQuota(1, () => now);
    at(0);
    quota.take('fenna');
    at(59.999);
    expect(quota.take('fenna')).toEqual({ allowed: false, remaining: 0, secondsLeft: 1 });
    at(60);
    expect(quota.take('fenna')).toEqual({ allowed: true, remaining: 0, secondsLeft: 60 });
  });

  it('forgets callers of a minute ago, and keeps no more than a flood of them can fill', () => {
    const quota = new RequestQuota(1, () => now);
    at(0);
    for (let index = 0; index < 60_000; index += 1) quota.take(`caller ${index}`);
    expect(quota.size).toBeLessThanOrEqual(50_000);
    at(61);
    quota.take('fenna');
    expect(quota.size).toBe(1);
  });
});

describe('An address is counted with its network', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::5:6:7:8', '2001:db8:0:0'],
    ['2001:db8::4:5:6:7:8', '2001:db8:0:4'],
    ['::1', '0:0:0:0'],
    ['unknown', 'unknown'],
  ])('%s as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
