using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>A connection that breaks after the database has done what it was told: the answers to writes are lost.</summary>
internal sealed class LostAnswers : DbCommandInterceptor
{
    /// <summary>How many answers are still to be lost.</summary>
    public int Next { get; set; }

    /// <summary>How many were lost.</summary>
    public int Lost { get; private set; }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result,
        CancellationToken cancellationToken = default
    )
    {
        if (Next > 0 && eventData.CommandSource == CommandSource.SaveChanges)
        {
            Next--;
            Lost++;
            await result.DisposeAsync();
            throw new NpgsqlException("The connection broke.", new IOException());
        }

        return result;
    }
}
