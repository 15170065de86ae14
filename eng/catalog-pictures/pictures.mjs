// Which picture goes into which file. Colours are those of the catalogue's option values.
import * as lighting from './lighting.mjs';
import * as kitchen from './kitchen.mjs';
import * as textiles from './textiles.mjs';
import * as living from './living.mjs';
import * as other from './bath-garden.mjs';

const palette = {
  sand: '#d8c2a0', sage: '#9fae8b', terracotta: '#c2694a', chalk: '#f0ebe2', ink: '#3d4f63', moss: '#6f7f52', clay: '#c98f73', oat: '#ddcfb8',
  charcoal: '#4a4a4c', rust: '#b4552f', white: '#f6f3ee', cream: '#efe4d0', forest: '#2f5d4a', ochre: '#cf9b3f', natural: '#d9c7a6', mist: '#b7c6cd', blush: '#dcb3a4', black: '#33393c',
};

const many = (name, draw, colours) => colours.map((colour) => [`${name}-${colour}`, draw(palette[colour] ?? colour)]);
const woods = (name, draw, kinds) => kinds.map((kind) => [`${name}-${kind}`, draw(kind)]);

export const pictures = [
  ...woods('arc-desk-lamp', lighting.deskLamp, ['walnut', 'oak', 'black']),
  ['luna-paper-pendant', lighting.pendant()],
  ...many('dune-table-lamp', lighting.tableLamp, ['sand', 'sage', 'terracotta']),
  ...woods('tripod-floor-lamp', lighting.floorLamp, ['oak', 'walnut']),
  ['beeswax-taper-candles', lighting.candles()],
  ['harbour-lantern', lighting.lantern()],
  ...many('morning-mug', kitchen.mug, ['chalk', 'sage', 'ink', 'terracotta']),
  ...many('coupe-plate', kitchen.plate, ['chalk', 'sage', 'ink']),
  ['pour-over-coffee-set', kitchen.pourOver()],
  ['olive-wood-board', kitchen.board()],
  ...woods('ripple-carafe', kitchen.carafe, ['clear', 'smoke']),
  ...many('linen-napkins', kitchen.napkins, ['natural', 'rust', 'moss']),
  ['acacia-salad-bowl', kitchen.saladBowl()],
  ['cast-iron-teapot', kitchen.teapot()],
  ['glass-spice-jars', kitchen.spiceJars()],
  ...many('herringbone-wool-throw', textiles.wool, ['charcoal', 'oat', 'rust']),
  ...many('washed-linen-bedding', textiles.bedding, ['white', 'sage', 'clay']),
  ...many('boucle-cushion', textiles.cushion, ['cream', 'ochre', 'forest']),
  ['round-jute-rug', textiles.juteRug()],
  ...many('waffle-towel', textiles.towel, ['white', 'mist', 'blush']),
  ...many('linen-curtain', textiles.curtain, ['oat', 'sage']),
  ['halo-mirror', living.mirror()],
  ['quiet-wall-clock-white', living.clock(palette.white)], ['quiet-wall-clock-black', living.clock(palette.black)],
  ...many('pebble-vase', living.vase, ['chalk', 'clay']),
  ...woods('oak-picture-frame', living.frame, ['oak', 'black', 'white']),
  ...woods('floating-shelf', living.shelf, ['oak', 'walnut']),
  ['seagrass-basket', living.basket()],
  ...woods('milking-stool', living.stool, ['oak', 'walnut']),
  ['two-hills-print', living.artPrint()],
  ...many('tray-side-table', living.sideTable, ['forest', 'clay']),
  ['olive-soap-bar-lavender', other.soap('#c9bfd8', '#8f86ad')], ['olive-soap-bar-rosemary', other.soap('#cdd6b4', '#7f9462')], ['olive-soap-bar-plain', other.soap('#efe3cb', '#8fa06f')],
  ['beech-bath-brush', other.bathBrush()],
  ['reed-diffuser-fig', other.diffuser('#8f9d6e')], ['reed-diffuser-cedar', other.diffuser('#b98a5c')],
  ['stone-soap-dish', other.soapDish()],
  ...many('footed-planter', other.planter, ['chalk', 'terracotta', 'charcoal']),
  ...many('slim-watering-can', other.wateringCan, ['forest', 'cream', 'ochre']),
  ['windowsill-herb-kit', other.herbKit()],
  ['cedar-bird-feeder', other.birdFeeder()],
  ['gift-wrapping', other.giftWrap()],
  ['winter-candle', other.winterCandle()],
];
