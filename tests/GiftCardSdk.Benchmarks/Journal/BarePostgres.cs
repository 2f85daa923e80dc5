using Npgsql;

namespace GiftCardSdk.Benchmarks.Journal;

/// <summary>The same on PostgreSQL: one prepared statement a transition, the claim in the batch of the second.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2100", Justification = "Made of constants alone.")]
internal sealed class BarePostgres : IBareJournal
{
    private static readonly string Names = string.Join(", ", BareRow.Columns);
    private static readonly string Places = string.Join(", ", Enumerable.Range(1, BareRow.Columns.Length).Select(i => $"${i}"));
    private static readonly string Sets = string.Join(", ", BareRow.Columns.Skip(7).Select((column, i) => $"{column} = ${i + 2}"));

    private readonly NpgsqlDataSource _source;

    private BarePostgres(NpgsqlDataSource source) => _source = source;

    public static async Task<BarePostgres> CreateAsync(string address)
    {
        var source = NpgsqlDataSource.Create(address);
        foreach (var sql in BareRow.Schema)
        {
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }

        return new(source);
    }

    public async Task BuyAsync(int number)
    {
        var (sent, bought) = (BareRow.New(number), BareRow.Bought(number));
        await using (var connection = await _source.OpenConnectionAsync())
        {
            await using var find = new NpgsqlCommand($"SELECT {Names} FROM gift_card_orders WHERE id = $1", connection);
            Add(find.Parameters, [sent[0]]);
            await find.PrepareAsync();
            await using var reader = await find.ExecuteReaderAsync();
            await reader.ReadAsync();
        }

        await using (var connection = await _source.OpenConnectionAsync())
        {
            await using var insert = new NpgsqlCommand(
                $"INSERT INTO gift_card_orders ({Names}) VALUES ({Places}) ON CONFLICT (id) DO NOTHING",
                connection
            );
            Add(insert.Parameters, sent);
            await insert.PrepareAsync();
            await insert.ExecuteNonQueryAsync();
        }

        await using (var connection = await _source.OpenConnectionAsync())
        {
            await using var batch = new NpgsqlBatch(connection);
            var update = new NpgsqlBatchCommand($"UPDATE gift_card_orders SET {Sets} WHERE id = $1 AND version = $4 - 1");
            Add(update.Parameters, bought);
            var claim = new NpgsqlBatchCommand(
                "INSERT INTO gift_card_order_ids (order_key, account, operation, row_id) SELECT $1, account, operation, id FROM gift_card_orders WHERE id = $2 AND write_id = $3 ON CONFLICT (order_key, account, operation) DO NOTHING"
            );
            Add(claim.Parameters, [bought[16], bought[0], bought[4]]);
            batch.BatchCommands.Add(update);
            batch.BatchCommands.Add(claim);
            await batch.PrepareAsync();
            await batch.ExecuteNonQueryAsync();
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static void Add(NpgsqlParameterCollection parameters, object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            parameters.Add(
                values[i] is long number
                    ? new NpgsqlParameter<long> { TypedValue = number }
                    : new NpgsqlParameter { Value = values[i] ?? DBNull.Value, NpgsqlDbType = TypeOf(values.Length, i) }
            );
        }
    }

    /// <summary>Which of the values that may be null are numbers.</summary>
    private static NpgsqlTypes.NpgsqlDbType TypeOf(int count, int index) =>
        (count == BareRow.Columns.Length ? index : index + 6) is 18 or 21 && count > 3
            ? NpgsqlTypes.NpgsqlDbType.Bigint
            : NpgsqlTypes.NpgsqlDbType.Text;
}
