using System.Globalization;
using CsvHelper;
using GiftCardSdk.Batches;

namespace BulkRewards;

/// <summary>
/// What became of each line. Without codes, unless they were asked for; then nobody but the file's owner may read it. Cells that a spreadsheet would take for
/// formulas are escaped.
/// </summary>
internal sealed class ResultFile : IAsyncDisposable
{
    private readonly bool _withCodes;
    private readonly CsvWriter _csv;

    public ResultFile(string path, bool withCodes)
    {
        _withCodes = withCodes;
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (withCodes && !OperatingSystem.IsWindows())
        {
            // A file that was there keeps its rights, so it goes first.
            File.Delete(path);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        _csv = CsvWriter.Create(new FileStream(path, options), CsvWriterOptions.Default with { Injection = CsvInjection.Escape });
        _csv.WriteRecord(["line", "reference", "account", "status", "order", "before", "failure", .. Codes("card")]);
    }

    public async Task WriteAsync(BatchResult result) =>
        await _csv.WriteRecordAsync([
            result.Number.ToString(CultureInfo.InvariantCulture),
            result.Line.Request.Reference.Value,
            result.Line.Account ?? "",
            result.Status.ToString(),
            result.OrderId ?? "",
            result.WasBoughtBefore ? "yes" : "no",
            result.Failure?.Message ?? "",
            .. Codes(string.Join(' ', (result.Order?.Rewards ?? []).Select(reward => reward.Redeemable?.Reveal()))),
        ]);

    public ValueTask DisposeAsync() => _csv.DisposeAsync();

    private string[] Codes(string cell) => _withCodes ? [cell] : [];
}
