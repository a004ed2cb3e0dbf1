import { NextResponse } from 'next/server';
import { allow } from './rate-limit';

export function middleware(request) {
  if (!allow(request)) return new NextResponse('Too many requests', { status: 429 });
  return NextResponse.next();
}

export const config = { matcher: ['/contact', '/careers'] };
