using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace GiftCardSdk.Benchmarks.Journal;

/// <summary>
/// What a stranger would write by hand: the same statements with the same indexes, prepared, reads on connections of their own, writes grouped by one
/// thread into a transaction. No judgement, no model, no protocol.
/// </summary>
internal sealed class BareSqlite : IBareJournal
{
    private static readonly string Names = string.Join(", ", BareRow.Columns);
    private static readonly string Places = string.Join(", ", Enumerable.Range(1, BareRow.Columns.Length).Select(i => $"${i}"));
    private static readonly string Sets = string.Join(", ", BareRow.Columns.Skip(7).Select((column, i) => $"{column} = ${i + 2}"));

    private readonly string _address;
    private readonly Channel<Write> _writes = Channel.CreateUnbounded<Write>(new() { SingleReader = true });
    private readonly ConcurrentBag<SqliteCommand> _finds = [];
    private readonly Task _writer;

    public BareSqlite(string path)
    {
        _address = $"Data Source={path};Pooling=false";
        var connection = Connect();
        foreach (var sql in BareRow.Schema)
        {
            Make(connection, sql, 0).ExecuteNonQuery();
        }

        _writer = Task.Factory.StartNew(
            () => Work(connection),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
    }

    public async Task BuyAsync(int number)
    {
        Find(number.ToString("D32", CultureInfo.InvariantCulture));
        await WriteAsync(0, BareRow.New(number));
        await WriteAsync(1, BareRow.Bought(number));
    }

    public async ValueTask DisposeAsync()
    {
        _writes.Writer.Complete();
        await _writer;
        foreach (var find in _finds)
        {
            find.Connection!.Dispose();
        }
    }

    private void Find(string id)
    {
        if (!_finds.TryTake(out var find))
        {
            find = Make(Connect(), $"SELECT {Names} FROM gift_card_orders WHERE id = $1", 1);
        }

        find.Parameters[0].Value = id;
        using (var reader = find.ExecuteReader())
        {
            reader.Read();
        }

        _finds.Add(find);
    }

    private Task WriteAsync(int kind, object?[] values)
    {
        var write = new Write(kind, values);
        _writes.Writer.TryWrite(write);
        return write.Task;
    }

    private void Work(SqliteConnection connection)
    {
        SqliteCommand[] kinds =
        [
            Make(connection, $"INSERT INTO gift_card_orders ({Names}) VALUES ({Places}) ON CONFLICT (id) DO NOTHING", 24),
            Make(connection, $"UPDATE gift_card_orders SET {Sets} WHERE id = $1 AND version = $4 - 1", 18),
        ];
        var claim = Make(
            connection,
            "INSERT INTO gift_card_order_ids (order_key, account, operation, row_id) SELECT $1, account, operation, id FROM gift_card_orders WHERE id = $2 AND write_id = $3 ON CONFLICT (order_key, account, operation) DO NOTHING",
            3
        );
        var (begin, commit) = (Make(connection, "BEGIN IMMEDIATE", 0), Make(connection, "COMMIT", 0));
        var batch = new List<Write>();
        while (_writes.Reader.WaitToReadAsync().AsTask().Result)
        {
            while (batch.Count < 512 && _writes.Reader.TryRead(out var write))
            {
                batch.Add(write);
            }

            begin.ExecuteNonQuery();
            foreach (var write in batch)
            {
                Run(kinds[write.Kind], write.Values);
                if (write.Kind == 1)
                {
                    Run(claim, [write.Values[16], write.Values[0], write.Values[4]]);
                }
            }

            commit.ExecuteNonQuery();
            batch.ForEach(static write => write.SetResult());
            batch.Clear();
        }

        connection.Dispose();
    }

    private static void Run(SqliteCommand command, object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_address);
        connection.Open();
        Make(connection, "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;", 0).ExecuteNonQuery();
        return connection;
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2100", Justification = "Made of constants alone.")]
    private static SqliteCommand Make(SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        }

        return command;
    }

    private sealed class Write(int kind, object?[] values) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public int Kind => kind;

        public object?[] Values => values;
    }
}
