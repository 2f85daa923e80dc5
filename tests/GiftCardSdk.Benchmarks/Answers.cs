using System.Globalization;

namespace GiftCardSdk.Benchmarks;

/// <summary>The bodies that both sides read: an order of about 900 bytes, a brand, the replies to an order. Each order has an id of its own.</summary>
internal static class Answers
{
    public const string OrderId = "4c1e0b7d92fa4e66b0a3d5f81c27e94a";

    private static long _orders;

    private static byte[] Campaign { get; } =
        """
            {"info":{"code":"INFO_CAMPAIGN_RETRIEVED","name":"Order","message":"Order found."},"campaign":{"uuid":"4c1e0b7d92fa4e66b0a3d5f81c27e94a","id":"hp-2026-000417","status":"CAMPAIGN_CREATED","delivery_type":"GIFTBIT_EMAIL","price_in_cents":1200,"brand_codes":["northcafeus"],"expiry":"2027-01-31","message":"Enjoy a coffee.","subject":"A thank-you from us","suppress_default_greeting":false,"contacts":[{"email":"mira.oduya@mail.example","firstname":"Mira","lastname":"Oduya"}],"fees":{"cost_entries":[{"percentage":0,"fee_type":"PREFUND_GIFT_COST","amount_in_cents":1200,"currency":"USD","tax_type":"NOTAX","tax_in_cents":0,"number_of_gifts":1,"fee_per_gift_in_cents":1200}],"subtotal_in_cents":1200,"tax_in_cents":0,"tax_type":"NOTAX","total_in_cents":1200}}}
            """u8.ToArray();

    private static byte[] Brand { get; } =
        """
            {"brand":{"brand_code":"northcafeus","name":"North Cafe","image_url":"https://img.example/northcafe.png","description":"Coffee and cake.","regions":[2],"fund_currencyisocode":"USD","inapp_available":true,"variable_price":true,"min_price_in_cents":300,"max_price_in_cents":40000},"info":{"code":"INFO_BRANDS_RETRIEVED","name":"Brands","message":"Brand found."}}
            """u8.ToArray();

    private static byte[] DirectLink { get; } =
        """
            {"info":{"code":"INFO_CAMPAIGN_CREATED","name":"Order taken","message":"Order is being created."},"status":200,"direct_links":["https://reward.example/getReward/dl-0f6a1d2c3b4e5f60718293a4b5c6d7e8"],"campaign":{"company_name":"Harbour Pine Rewards","message":"Your reward","subject":null,"contacts":[],"status":"API_CREATING","uuid":"b2d94e0a61c84f7f9d3e5a0c7b18f263","suppress_default_greeting":false,"delivery_type":"DIRECT_LINK","brand_codes":["northcafeus"],"price_in_cents":1200,"fees":{"cost_entries":[{"percentage":0,"fee_type":"PREFUND_GIFT_COST","amount_in_cents":1200,"currency":"USD","tax_type":"NOTAX","tax_in_cents":0,"number_of_gifts":1,"fee_per_gift_in_cents":1200}],"subtotal_in_cents":1200,"tax_in_cents":0,"tax_type":"NOTAX","total_in_cents":1200}}}
            """u8.ToArray();

    private static byte[] Voucher { get; } =
        """
            {"OrderUID":"9f2d64c8a17b4e05b3c6d8e9f0a1b2c3","RefID":null,"Vouchers":[{"ID":8801460,"Code":"HUUR-7Q2M-9XKD","CVV":"4417","RedeemLink":"https://redeem.example/9f2d64c8","Expires":"2027-12-31T23:00:00Z","Recipient":null}],"Status":200,"Message":"OK","StatusMessage":"OK"}
            """u8.ToArray();

    public static byte[] For(string path) =>
        path.Contains("/brands/", StringComparison.Ordinal) ? Brand
        : path.EndsWith("/direct_links", StringComparison.Ordinal) ? Numbered(DirectLink, "b2d94e0a61c84f7f9d3e5a0c7b18f263"u8)
        : path.EndsWith("/Order", StringComparison.Ordinal) ? Numbered(Voucher, "9f2d64c8a17b4e05b3c6d8e9f0a1b2c3"u8)
        : Campaign;

    private static byte[] Numbered(byte[] body, ReadOnlySpan<byte> id)
    {
        var numbered = body.AsSpan().ToArray();
        var digits = numbered.AsSpan(body.AsSpan().IndexOf(id), 12);
        _ = Interlocked.Increment(ref _orders).TryFormat(digits, out _, "D12", CultureInfo.InvariantCulture);
        return numbered;
    }
}
