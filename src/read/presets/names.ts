// What are the presets called? Beside the presets themselves, because the options ask for it at each start and few runs need more.

/** The preset without marks: names and synonyms of fields alone. */
export const GENERIC = 'generic';

/** The names `--preset` knows, in the order of the registry. */
export const PRESET_NAMES: readonly string[] = [
  ...[GENERIC, 'fec', 'sage100', 'cegid', 'ebp', 'ciel', 'pennylane'],
  ...['sap-fbl5n', 'sap-fbl5n-short', 'sap-fbl5n-fr', 'dynamics-bc', 'dynamics-bc-fr'],
  ...['xero-invoices', 'xero-aged', 'quickbooks-aged', 'odoo', 'odoo-fr', 'erpnext'],
];
