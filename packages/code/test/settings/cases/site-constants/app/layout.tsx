import type { Metadata } from 'next';

export const metadata: Metadata = {
  title: 'Ashby Energy',
  formatDetection: { telephone: false },
  openGraph: { locale: 'en_GB', phoneNumbers: ['+44 20 7946 0150'] },
};

export default function Layout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en-GB">
      <body>{children}</body>
    </html>
  );
}
