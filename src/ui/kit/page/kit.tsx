import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter/wght.css';
import '../../theme.css';
import { KitPage } from './KitPage.tsx';

const container = document.getElementById('root');
if (container === null) throw new Error('kit.html has no element #root.');
createRoot(container).render(
  <StrictMode>
    <KitPage />
  </StrictMode>,
);
