// English names of countries, as tables of titles write them, with their ISO 3166-1 alpha-2 codes.
// States that are no more keep the code they had: East Germany DD, the Soviet Union SU, Yugoslavia YU, Czechoslovakia CS.
// West Germany is DE, which was its code and is still in use. Nothing is guessed: an unknown name has no code.

const NAMES = `
AD Andorra; AE United Arab Emirates; AE UAE; AF Afghanistan; AG Antigua and Barbuda; AI Anguilla; AL Albania; AM Armenia;
AN Netherlands Antilles; AO Angola; AQ Antarctica; AR Argentina; AS American Samoa; AT Austria; AU Australia; AW Aruba;
AX Åland Islands; AZ Azerbaijan; BA Bosnia and Herzegovina; BA Bosnia; BB Barbados; BD Bangladesh; BE Belgium;
BF Burkina Faso; BG Bulgaria; BH Bahrain; BI Burundi; BJ Benin; BL Saint Barthélemy; BM Bermuda; BN Brunei;
BN Brunei Darussalam; BO Bolivia; BQ Bonaire, Sint Eustatius and Saba; BQ Caribbean Netherlands; BR Brazil; BS Bahamas;
BS The Bahamas; BT Bhutan; BV Bouvet Island; BW Botswana; BY Belarus; BZ Belize; CA Canada; CC Cocos (Keeling) Islands;
CD Democratic Republic of the Congo; CD DR Congo; CD Zaire; CF Central African Republic; CG Congo;
CG Republic of the Congo; CH Switzerland; CI Côte d’Ivoire; CI Ivory Coast; CK Cook Islands; CL Chile; CM Cameroon;
CN China; CN People’s Republic of China; CO Colombia; CR Costa Rica; CS Czechoslovakia; CU Cuba; CV Cabo Verde;
CV Cape Verde; CW Curaçao; CX Christmas Island; CY Cyprus; CZ Czech Republic; CZ Czechia; DD East Germany; DE Germany;
DE West Germany; DJ Djibouti; DK Denmark; DM Dominica; DO Dominican Republic; DZ Algeria; EC Ecuador; EE Estonia;
EG Egypt; EH Western Sahara; ER Eritrea; ES Spain; ET Ethiopia; FI Finland; FJ Fiji; FK Falkland Islands; FM Micronesia;
FO Faroe Islands; FR France; GA Gabon; GB United Kingdom; GB UK; GB Great Britain; GB England; GB Scotland; GB Wales;
GB Northern Ireland; GD Grenada; GE Georgia; GF French Guiana; GG Guernsey; GH Ghana; GI Gibraltar; GL Greenland;
GM Gambia; GM The Gambia; GN Guinea; GP Guadeloupe; GQ Equatorial Guinea; GR Greece;
GS South Georgia and the South Sandwich Islands; GT Guatemala; GU Guam; GW Guinea-Bissau; GY Guyana; HK Hong Kong;
HK Hong Kong SAR China; HM Heard Island and McDonald Islands; HN Honduras; HR Croatia; HT Haiti; HU Hungary;
ID Indonesia; IE Ireland; IE Republic of Ireland; IL Israel; IM Isle of Man; IN India;
IO British Indian Ocean Territory; IQ Iraq; IR Iran; IS Iceland; IT Italy; JE Jersey; JM Jamaica; JO Jordan; JP Japan;
KE Kenya; KG Kyrgyzstan; KH Cambodia; KI Kiribati; KM Comoros; KN Saint Kitts and Nevis; KP North Korea;
KR South Korea; KR Korea; KR Republic of Korea; KW Kuwait; KY Cayman Islands; KZ Kazakhstan; LA Laos; LB Lebanon;
LC Saint Lucia; LI Liechtenstein; LK Sri Lanka; LR Liberia; LS Lesotho; LT Lithuania; LU Luxembourg; LV Latvia;
LY Libya; MA Morocco; MC Monaco; MD Moldova; ME Montenegro; MF Saint Martin; MG Madagascar; MH Marshall Islands;
MK North Macedonia; MK Macedonia; ML Mali; MM Myanmar; MM Burma; MN Mongolia; MO Macao; MO Macau;
MP Northern Mariana Islands; MQ Martinique; MR Mauritania; MS Montserrat; MT Malta; MU Mauritius; MV Maldives;
MW Malawi; MX Mexico; MY Malaysia; MZ Mozambique; NA Namibia; NC New Caledonia; NE Niger; NF Norfolk Island; NG Nigeria;
NI Nicaragua; NL Netherlands; NL The Netherlands; NL Holland; NO Norway; NP Nepal; NR Nauru; NU Niue; NZ New Zealand;
OM Oman; PA Panama; PE Peru; PF French Polynesia; PG Papua New Guinea; PH Philippines; PH The Philippines; PK Pakistan;
PL Poland; PM Saint Pierre and Miquelon; PN Pitcairn Islands; PR Puerto Rico; PS Palestine; PS Palestinian Territories;
PT Portugal; PW Palau; PY Paraguay; QA Qatar; RE Réunion; RO Romania; RS Serbia; RU Russia; RU Russian Federation;
RW Rwanda; SA Saudi Arabia; SB Solomon Islands; SC Seychelles; SD Sudan; SE Sweden; SG Singapore;
SH Saint Helena, Ascension and Tristan da Cunha; SH Saint Helena; SI Slovenia; SJ Svalbard and Jan Mayen; SK Slovakia;
SL Sierra Leone; SM San Marino; SN Senegal; SO Somalia; SR Suriname; SS South Sudan; ST São Tomé and Príncipe;
SU Soviet Union; SU USSR; SV El Salvador; SX Sint Maarten; SY Syria; SZ Eswatini; SZ Swaziland;
TC Turks and Caicos Islands; TD Chad; TF French Southern Territories; TG Togo; TH Thailand; TJ Tajikistan; TK Tokelau;
TL Timor-Leste; TL East Timor; TM Turkmenistan; TN Tunisia; TO Tonga; TR Turkey; TR Türkiye; TT Trinidad and Tobago;
TV Tuvalu; TW Taiwan; TZ Tanzania; UA Ukraine; UG Uganda; UM United States Minor Outlying Islands; US United States;
US United States of America; US USA; UY Uruguay; UZ Uzbekistan; VA Vatican City; VA Holy See;
VC Saint Vincent and the Grenadines; VE Venezuela; VG British Virgin Islands; VI U.S. Virgin Islands; VN Vietnam;
VN Viet Nam; VU Vanuatu; WF Wallis and Futuna; WS Samoa; YE Yemen; YT Mayotte; YU Yugoslavia; ZA South Africa;
ZM Zambia; ZW Zimbabwe`;

const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/&/g, 'and')
    .replace(/\bst\./g, 'saint')
    .replace(/[^\p{L}]/gu, '');

const CODES: ReadonlyMap<string, string> = new Map(
  NAMES.split(';').map((entry) => {
    const words = entry.trim();
    return [nameKey(words.slice(3)), words.slice(0, 2)] as const;
  }),
);

/** The code of a country by its English name, or undefined. Case, accents and punctuation do not matter. */
export const findCountryCode = (name: string): string | undefined => CODES.get(nameKey(name));

/** Every code in the table, each once. */
export const COUNTRY_CODES: readonly string[] = [...new Set(CODES.values())];
