using System.Globalization;

namespace GiftCardSdk.Sandbox;

/// <summary>The regular catalog. All names are invented.</summary>
internal static class GifqBrands
{
    /// <summary>The provider's way to say that a card is good everywhere; no country's code.</summary>
    public const string Everywhere = "WW";

    // Slug, title, category, fields of a card, and the options: currencies (* for all), discount (? where none is known), fixed values or a
    // range (~ is one from about five to about five hundred dollars), the countries where they are not the currency's own, and whatever else.
    private const string Table = """
        lumen-books | Lumen Books | books | CodePinAndSerial | USD 4% 25 @US stock=118 months=24; EUR -1.5% 10..200 @IE balance=yes
        buchlaterne | Buchlaterne | books | Code | EUR 3% 5..250 @DE,AT; CHF 2% 10..250
        page-and-pine | Page & Pine | books | CodeAndPin | GBP 5% 10,20,50; USD 5% 10,20,50
        librairie-du-port | Librairie du Port | books | Code | EUR 2.5% 10..150 @FR,BE,LU
        hon-no-mori | Hon no Mori | books | Code | JPY 2% 1000,3000,5000
        north-cafe | North Cafe | food | Code | USD 6% 5..500; CAD 5% 5..500; GBP 4% 5..300
        quick-bite | Quick Bite | food | Link | USD 8% 1..200 @US; EUR 6% 5..200
        greenfield-grocer | Greenfield Grocer | food | CodeAndPin | EUR 0% 5..600 @IE; GBP 0% 5..600
        harvest-market | Harvest Market | food | CodeAndPin | USD -1% 5..1000; AUD -1% 5..1000
        kissaten | Kissaten | food | Code | JPY 3% 500..30000
        tea-house | Tea House | food | Code | GBP 7% 3..300; INR 5% 100..10000
        nordkaffe | Nordkaffe | food | Code | SEK,NOK,DKK,ISK 4% ~
        souk-kitchen | Souk Kitchen | food | Link | AED,SAR,KWD,BHD,OMR,JOD 3% ~
        pho-lane | Pho Lane | food | Code | VND 5% 50000,100000,500000
        taqueria-sol | Taqueria Sol | food | Code | MXN 6% 100,250,500; USD 6% 10,25 @US
        maple-home | Maple Home | home | Code | CAD 4% 10..750; USD 4% 10..750 @US
        trail-gear | Trail Gear | sports | CodeAndPin | USD 9% 15,30,75; EUR 8% 15,30,75 @DE,NL,FR
        blue-bike | Blue Bike | sports | Code | EUR 5% 10,50,100,250
        fern-hike | Fern Hike | sports | Code | NZD 6% 20,50; AUD 6% 20,50
        reef-dive | Reef Dive | sports | Code | AUD 5% 10..600
        pet-meadow | Pet Meadow | pets | Code | USD 7% 15,25,50; GBP 6% 15,25,50
        cedar-threads | Cedar Threads | fashion | CodeAndPin | USD 10% 20..500; EUR 9% 20..500
        mode-und-mehr | Mode und Mehr | fashion | Code | EUR 8% 10..300 @DE; CHF 7% 10..300
        vistula-style | Vistula Style | fashion | Code | PLN,CZK,HUF,RON 5% ~
        anadolu-bazaar | Anadolu Bazaar | shopping | Code | TRY 6% 100..20000
        carthage-market | Carthage Market | shopping | Code | TND 2.5% 5.500..500
        pearl-souk | Pearl Souk | shopping | CodeAndPin | KWD 3% 0.500..250; BHD 3% 0.500..250; OMR 3% 2.500,5,12.500
        petra-stores | Petra Stores | shopping | Code | JOD 4% 1..300
        han-river-mall | Han River Mall | shopping | Code | KRW 2% 5000..500000
        table-mountain-outfitters | Table Mountain Outfitters | shopping | Code | ZAR 6% 50..5000
        ganga-bazaar | Ganga Bazaar | shopping | Code | INR 3% 100..25000
        carioca-loja | Carioca Loja | shopping | Code | BRL 4% 30,60,150
        andes-tienda | Andes Tienda | shopping | Code | CLP 3% 5000,10000,25000
        lion-city-plaza | Lion City Plaza | shopping | Code | SGD 4% 10..500
        harbour-nine | Harbour Nine | shopping | Code | HKD 4% 50..5000
        cloud-miles | Cloud Miles | travel | CodeSerialAndSecurityCode | USD 2% 25..2000; EUR 2% 25..2000
        rail-pass | Rail Pass | travel | Code | GBP 0% 10..1000; EUR 0% 10..1000 @FR,DE,BE,NL
        fjord-stays | Fjord Stays | travel | LinkAndChallenge | NOK 5% 250..20000; SEK 5% 250..20000
        geysir-tours | Geysir Tours | travel | LinkAndChallenge | ISK 6% 1000..200000
        city-taxi | City Taxi | travel | Code | USD,GBP,EUR,AED,INR,SGD,ZAR 1.5% ~
        island-hopper | Island Hopper | travel | Code | SGD,THB,PHP,MYR,IDR,VND 3% ~
        pixel-arcade | Pixel Arcade | games | CodeAndPin | USD 3% 10,20,25,50,100; EUR 3% 10,20,50; GBP 3% 10,20,50; JPY 3% 1500,3000
        hikari-games | Hikari Games | games | Code | JPY 1% 1000,3000,5000,10000
        vapor-locker | Vapor Locker | games | Code | USD,EUR,GBP,PLN,TRY,BRL,CLP,INR,KRW,SAR,ZAR -2% ~
        blockforge | Blockforge | games | Code | USD -3.5% 10,25,50 @WW
        dragon-keep | Dragon Keep | games | CodeSerialAndSecurityCode | KRW 0% 10000,30000; THB 0% 100,350
        stream-raft | Stream Raft | streaming | Link | USD,EUR,GBP,CAD,AUD,MXN,BRL,SEK,PLN -1% ~
        sound-pond | Sound Pond | streaming | Code | USD 2% 9.99,19.99,49.99; EUR 2% 9.99,19.99
        silver-screen | Silver Screen | cinema | CodeAndPin | USD 12% 12,24,36; GBP 10% 10,20
        kino-wisla | Kino Wisla | cinema | Code | PLN 8% 50,100,200
        cinema-oresund | Cinema Oresund | cinema | Code | DKK 6% 100..2000; SEK 6% 100..2000
        open-prepaid | Open Prepaid | prepaid | LinkAndChallenge | * -4.5% ~
        open-prepaid-gulf | Open Prepaid Gulf | prepaid | CodeSerialAndSecurityCode | AED,SAR,KWD,BHD,OMR,JOD -3% ~
        open-prepaid-latin | Open Prepaid Latin | prepaid | Link | MXN,BRL,CLP -5% ~
        talk-and-text | Talk & Text | mobile | CodeAndPin | SGD,THB,PHP,MYR,IDR,VND,MXN,BRL,CLP,INR,TRY,ZAR 2% ~
        charity-of-choice | Charity of Choice | charity | Link | USD 0% 1..1000 @WW; EUR 0% 1..1000 @WW
        rose-and-reed | Rose & Reed | flowers | Code | EUR 11% 20..150 @NL,BE,DE; GBP 10% 20..150
        spa-alpina | Spa Alpina | wellness | LinkAndChallenge | CHF 7.25% 50..500; EUR 7.25% 50..500 @AT,DE,IT
        bright-courses | Bright Courses | learning | Code | USD ? 10..300 @WW
        last-seats | Last Seats | events | Code | USD 15% 20,40 @US stock=0; USD 15% 60 @US stock=3
        sold-out-supplies | Sold Out Supplies | shopping | Code | USD 5% 10,25
        """;

    public static IEnumerable<GifqBrand> All() => Table.Split(["\r\n", "\n"], StringSplitOptions.None).Select(Brand);

    private static GifqBrand Brand(string line)
    {
        var cells = line.Split(" | ");
        var options = cells[4].Split("; ").SelectMany(Options);
        return new GifqBrand(cells[0], cells[1], cells[2], Enum.Parse<GifqRedemptionKind>(cells[3]), [.. options])
        {
            Available = cells[0] != GifqCatalog.UnavailableBrand,
        };
    }

    private static IEnumerable<GifqOption> Options(string text)
    {
        var words = text.Split(' ');
        var codes = words[0] == "*" ? GifqCurrencies.All.Select(currency => currency.Code) : words[0].Split(',');
        decimal? discount = words[1] == "?" ? null : Number(words[1].TrimEnd('%'));
        return from code in codes
            from bounds in Bounds(words[2], code)
            select new GifqOption(code, bounds.Minimum, bounds.Maximum, Countries(words, code), discount)
            {
                Stock = Extra(words, "stock=") is { } stock ? (int)Number(stock) : null,
                ValidMonths = Extra(words, "months=") is { } months ? (int)Number(months) : null,
                BalanceCheckUrl = Extra(words, "balance=") is null ? null : "https://cards.example/balance",
            };
    }

    private static IEnumerable<(decimal Minimum, decimal Maximum)> Bounds(string values, string currency) =>
        values == "~" ? [(RoundWorth(5, currency), RoundWorth(500, currency))]
        : values.Split("..") is [var from, var to] ? [(Number(from), Number(to))]
        : values.Split(',').Select(value => (Number(value), Number(value)));

    private static IReadOnlyList<string> Countries(string[] words, string currency) =>
        Extra(words, "@")?.Split(',') ?? GifqCurrencies.Get(currency).Countries;

    private static string? Extra(string[] words, string name) =>
        Array.Find(words, word => word.StartsWith(name, StringComparison.Ordinal))?[name.Length..];

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    // What the dollars are worth, rounded to one digit as shops do.
    private static decimal RoundWorth(decimal dollars, string currency)
    {
        var worth = dollars * GifqCurrencies.Get(currency).PerDollar;
        var magnitude = 1m;
        while (worth / magnitude >= 10)
        {
            magnitude *= 10;
        }

        return decimal.Round(worth / magnitude, MidpointRounding.AwayFromZero) * magnitude;
    }
}
