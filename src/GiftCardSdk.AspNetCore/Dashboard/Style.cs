using System.Security.Cryptography;
using System.Text;

namespace GiftCardSdk.AspNetCore.Dashboard;

/// <summary>How the pages look. It stands in each page, and the browser is told its hash, so that no other style is obeyed and no script at all.</summary>
internal static class Style
{
    public static readonly Html Sheet = Html.Of(static html =>
        html.Add(
            $$$"""
            :root{color-scheme:light dark;--ink:#1c2128;--soft:#5a6472;--line:#d9dee5;--paper:#fff;--back:#f4f6f8;--blue:#1f5fbf;--red:#b3261e;--amber:#8a5a00;--green:#1b7a3d}
            @media(prefers-color-scheme:dark){:root{--ink:#e6e9ee;--soft:#9aa5b4;--line:#343b45;--paper:#1b2027;--back:#12161b;--blue:#7db1ff;--red:#ff8a80;--amber:#f0b849;--green:#6fd08c}}
            *{box-sizing:border-box}
            body{margin:0;background:var(--back);color:var(--ink);font:15px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
            header{background:var(--paper);border-bottom:1px solid var(--line)}
            header div,main,footer{max-width:72rem;margin:0 auto;padding:.6rem 1rem}
            header strong{margin-right:1rem}
            nav{display:inline-flex;flex-wrap:wrap;gap:.2rem .9rem}
            a{color:var(--blue)}
            nav a{text-decoration:none}nav a[aria-current]{color:var(--ink);font-weight:600;border-bottom:2px solid var(--blue)}
            footer,.soft,small{color:var(--soft)}
            h1{font-size:1.3rem;margin:.8rem 0 .4rem}h2{font-size:1.05rem;margin:1.4rem 0 .4rem}
            section{background:var(--paper);border:1px solid var(--line);border-radius:.5rem;padding:.8rem 1rem;margin:.8rem 0}
            section h2{margin-top:0}
            .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(7.5rem,1fr));gap:.7rem;padding:0;margin:.8rem 0;list-style:none}
            .tiles a{display:block;height:100%;background:var(--paper);border:1px solid var(--line);border-radius:.5rem;padding:.5rem .8rem;color:inherit;text-decoration:none}
            .tiles b{display:block;font-size:1.6rem;line-height:1.3}
            .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:.8rem}
            figure{margin:0}figcaption{font-weight:600}
            svg{display:block;width:100%;height:auto}
            svg text{fill:var(--soft);font-size:11px}svg .bar,svg .dot{fill:var(--blue)}svg .axis{stroke:var(--line)}
            svg .line{fill:none;stroke:var(--blue);stroke-width:2}svg .ahead{stroke:var(--amber);stroke-width:2;stroke-dasharray:4 4}svg .floor{stroke:var(--red);stroke-dasharray:2 3}
            table{width:100%;border-collapse:collapse}
            th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line)}
            th{color:var(--soft);font-weight:600;white-space:nowrap}
            .bad{color:var(--red);font-weight:600}.warn{color:var(--amber);font-weight:600}.good{color:var(--green);font-weight:600}
            .told{border-left:.3rem solid var(--blue);background:var(--paper);padding:.5rem .8rem;margin:.8rem 0}.told.bad{border-color:var(--red)}
            label{display:block;margin:.5rem 0}
            input:not([type=radio],[type=checkbox]),select,textarea{display:block;width:100%;max-width:32rem;font:inherit;padding:.35rem .5rem;color:inherit;background:var(--back);border:1px solid var(--soft);border-radius:.3rem}
            button{font:inherit;padding:.3rem .9rem;border:1px solid var(--blue);border-radius:.3rem;background:var(--blue);color:var(--paper);cursor:pointer}
            button.quiet{background:none;color:var(--blue)}
            form.line{display:inline-flex;flex-wrap:wrap;gap:.5rem;align-items:end;margin:.15rem .4rem .15rem 0}form.line label{margin:0}
            progress{width:100%;max-width:16rem;accent-color:var(--blue)}
            .pages{display:flex;flex-wrap:wrap;gap:.3rem 1rem;margin:.6rem 0}
            @media(min-width:40.01rem){td>span,td>time{white-space:nowrap}}
            @media(max-width:40rem){
            thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
            table,tbody,tr,td{display:block}tr{border-bottom:1px solid var(--line);padding:.4rem 0}td{border:0;padding:.1rem 0}
            td:empty{display:none}td[data-label]::before{content:attr(data-label) ": ";color:var(--soft)}
            }
            """
        )
    );

    // A browser hashes the text with its line ends made one.
    /// <summary>The policy of every page: this style, the icon in the page itself, forms to this very site, and nothing else from anywhere.</summary>
    public static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet.ToString().ReplaceLineEndings("\n"))))}'; "
        + "img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}
