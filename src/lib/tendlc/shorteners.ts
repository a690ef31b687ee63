/** Hosts of public URL shorteners: anybody's links hide behind them, so carriers block them all. */
export const shorteners: ReadonlySet<string> = new Set(
  `bit.ly bitly.com j.mp tinyurl.com tiny.cc t.co goo.gl ow.ly is.gd v.gd buff.ly adf.ly bl.ink cutt.ly rb.gy rebrand.ly
   shorturl.at short.io short.gy soo.gd s.id t.ly t2m.io tr.im u.to shorte.st ouo.io clck.ru lnkd.in fb.me youtu.be
   amzn.to trib.al dlvr.it snip.ly po.st qr.ae mcaf.ee x.co y2u.be zpr.io 1url.com 2.gp bc.vc db.tt ity.im hyperurl.co
   linktr.ee rotf.lol shrtco.de tinyl.io urlz.fr vzturl.com wp.me yourls.org kutt.it lc.chat tny.im`.split(/\s+/),
)
