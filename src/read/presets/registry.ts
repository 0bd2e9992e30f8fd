// Which packages are known by their headings? A line for each.
import { cegid } from './cegid.ts';
import { ciel } from './ciel.ts';
import { dynamicsBc, dynamicsBcFrench } from './dynamics-bc.ts';
import { ebp } from './ebp.ts';
import { erpnext } from './erpnext.ts';
import { fec } from './fec.ts';
import { odoo, odooFrench } from './odoo.ts';
import { pennylane } from './pennylane.ts';
import type { Preset } from './preset.ts';
import { quickbooksAged } from './quickbooks-aged.ts';
import { sage100 } from './sage100.ts';
import { sapFrench, sapLong, sapShort } from './sap-fbl5n.ts';
import { xeroAged, xeroInvoices } from './xero.ts';

export const PRESETS: readonly Preset[] = [
  ...[fec, sage100, cegid, ebp, ciel, pennylane],
  ...[sapLong, sapShort, sapFrench, dynamicsBc, dynamicsBcFrench],
  ...[xeroInvoices, xeroAged, quickbooksAged, odoo, odooFrench, erpnext],
];
