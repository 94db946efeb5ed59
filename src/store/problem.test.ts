// Which sentence an engine's error becomes, and which errors stay what they are: bugs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemOf } from './problem.ts';

const FILE = '/data/runon.db';
const SERVER = 'postgres://host/runon';
const failing = (fields: object, message = 'x'): Error => Object.assign(new Error(message), fields);

test('each error of a place gets its code and its advice', () => {
  const cases: readonly [Error, string, string, RegExp][] = [
    [failing({ errcode: 8 }), FILE, 'cannot-write', /another folder with RUNON_DATA/],
    [failing({ errcode: 1032 }), FILE, 'cannot-write', /another folder with RUNON_DATA/],
    [failing({ code: 'EACCES' }), FILE, 'cannot-write', /another folder with RUNON_DATA/],
    [failing({ errcode: 13 }), FILE, 'full', /disk is full/],
    [failing({ code: '53100' }), SERVER, 'full', /disk is full/],
    [failing({ code: '42501' }), SERVER, 'cannot-write', /another database with DATABASE_URL/],
    [failing({ code: '28P01' }, 'wrong password'), SERVER, 'does-not-answer', /wrong password.*DATABASE_URL/],
    [failing({}, 'SASL: SCRAM-SERVER-FIRST-MESSAGE: x'), SERVER, 'does-not-answer', /wants a password/],
    [failing({ code: 'ECONNREFUSED' }), SERVER, 'does-not-answer', /start it or correct DATABASE_URL/],
    [new AggregateError([failing({ code: 'ECONNREFUSED' })]), SERVER, 'does-not-answer', /start it/],
    [failing({ code: '57P01' }), SERVER, 'does-not-answer', /start it/],
  ];
  for (const [error, place, code, sentence] of cases) {
    const problem = problemOf(error, place);
    assert.equal(problem?.code, code, error.message);
    assert.match(problem.message, sentence);
    assert.ok(problem.cause instanceof Error);
  }
});

test('a bug stays a bug', () => {
  for (const error of [failing({ errcode: 1 }), failing({ code: '42P01' }), new TypeError('x'), failing({})])
    assert.equal(problemOf(error, FILE), undefined);
});
