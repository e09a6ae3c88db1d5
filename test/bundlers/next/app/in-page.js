'use client';

import { useEffect, useState } from 'react';
import { train } from '../train.js';

export function InPage() {
  const [said, say] = useState('');
  useEffect(() => {
    train().then(
      (trained) => say(JSON.stringify(trained)),
      (error) => say(String(error)),
    );
  }, []);
  return <output>{said}</output>;
}
