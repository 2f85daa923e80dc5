using GiftCardSdk.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Webhooks;

/// <summary>Calls the application's handlers, each in a scope of its own: what one leaves half done in its services is not carried on by the next.</summary>
internal sealed class HandlerCalls(IServiceScopeFactory scopes, GiftCardEventOptions options, TimeProvider time)
{
    /// <summary>The names of the handlers that are registered, in their order.</summary>
    public async ValueTask<IReadOnlyList<string>> NamesAsync()
    {
        var scope = scopes.CreateAsyncScope();
        await using var closing = scope.ConfigureAwait(false);
        return NamesOf(scope.ServiceProvider);
    }

    /// <summary>Hands an event to one handler.</summary>
    /// <returns>Null when it is done; else the type of what it ended with, or of what would have ended it where the application stops.</returns>
    public async ValueTask<string?> CallAsync(int index, GiftCardEvent happened, CancellationToken stopping)
    {
        if (stopping.IsCancellationRequested)
        {
            return nameof(OperationCanceledException);
        }

        Task? call = null;
        using var patience = new CancellationTokenSource(options.HandlerTimeout, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        try
        {
            var scope = scopes.CreateAsyncScope();
            await using var closing = scope.ConfigureAwait(false);
            var handler = scope.ServiceProvider.GetServices<IGiftCardWebhookHandler>().ElementAt(index);
            call = handler.HandleAsync(happened, ending.Token).AsTask();
            await call.WaitAsync(ending.Token).ConfigureAwait(false);
            return null;
        }
        catch (Exception failure)
        {
            call.Abandon();
            return failure.GetType().Name;
        }
    }

    /// <summary>Of two handlers with one name the second is told apart by its place, or it would never be called.</summary>
    private static List<string> NamesOf(IServiceProvider services)
    {
        var names = new List<string>();
        foreach (var handler in services.GetServices<IGiftCardWebhookHandler>())
        {
            var name = handler.Name;
            var same = names.Count(other => other == name || other.StartsWith(name + "#", StringComparison.Ordinal));
            names.Add(same == 0 ? name : FormattableString.Invariant($"{name}#{same + 1}"));
        }

        return names;
    }
}
