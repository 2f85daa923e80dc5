using System.Collections.Concurrent;
using System.Reflection;
using GiftCardSdk.Journal;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Conventions;

/// <summary>A stream never comes back to its caller's context: whoever blocks on it there, as a user interface may, would wait without end.</summary>
public sealed class StreamConventions
{
    [Fact]
    public async Task No_stream_comes_back_to_its_callers_context()
    {
        await using var sandbox = await GiftCardSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var services = ServicesAt(sandbox);
        var breaches = new ConcurrentBag<string>();
        foreach (var (name, open) in Streams(services))
        {
            var context = new NotingContext();
            await Task.Run(() => ReadOn(context, open), TestContext.Current.CancellationToken);
            if (context.Posts > 0)
            {
                breaches.Add(
                    $"{name} came back to its caller's context {context.Posts} times: await with ConfigureAwait(false), and without async LINQ."
                );
            }
        }

        breaches.ShouldBeNone();
    }

    [Fact]
    public void Every_adapter_that_pages_has_streams_that_are_read_here() =>
        Extensions()
            .Select(method => method.DeclaringType!.Namespace)
            .Distinct(StringComparer.Ordinal)
            .ShouldBe(
                ["GiftCardSdk.GiftCardPartners", "GiftCardSdk.Giftbit", "GiftCardSdk.Gifq", "GiftCardSdk.Giftronaut"],
                ignoreOrder: true
            );

    private static void ReadOn(NotingContext context, Func<IAsyncEnumerable<object?>> open)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            foreach (var _ in open().ToBlockingEnumerable()) { }
        }
        catch (GiftCardException)
        {
            // An id that is made up is refused; the way back from the call was the same.
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private static IEnumerable<(string Name, Func<IAsyncEnumerable<object?>> Open)> Streams(ServiceProvider services)
    {
        var cards = services.GetRequiredService<IGiftCards>();
        foreach (var account in cards.Accounts)
        {
            yield return ($"{account.Name}: Catalog.ListAsync", () => Boxed(account.Catalog.ListAsync()));
            foreach (var kind in new[] { ProductKind.Branded, ProductKind.Choice })
            {
                yield return ($"{account.Name}: Catalog.ListAsync({kind})", () => Boxed(account.Catalog.ListAsync(new() { Kind = kind })));
            }

            yield return ($"{account.Name}: Status.WatchAsync", () => Boxed(account.Status.WatchAsync("made-up")));
        }

        foreach (var method in Extensions())
        {
            var api = method.GetParameters()[0].ParameterType;
            var wire = cards.Accounts.Select(account => account.GetService(api)).OfType<object>().Single();
            yield return (
                $"{method.DeclaringType!.Name}.{method.Name}",
                () => Boxed(method.Invoke(null, [wire, .. method.GetParameters().Skip(1).Select(ArgumentFor)])!)
            );
        }

        yield return ("Journal.ListUnresolvedAsync", () => Boxed(cards.Journal.ListUnresolvedAsync()));
        yield return (
            "IOrderJournal.ListAsync",
            () => Boxed(services.GetRequiredService<IOrderJournal>().ListAsync(JournalQuery.Unresolved))
        );
    }

    /// <summary>The adapters' own streams: extensions of their wire interfaces.</summary>
    private static IEnumerable<MethodInfo> Extensions() =>
        from type in Repository.PublicTypes
        where type is { IsAbstract: true, IsSealed: true }
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        where
            method.ReturnType.IsGenericType
            && method.ReturnType.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)
            && !method.IsGenericMethod
        select method;

    private static object? ArgumentFor(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(string) ? "made-up"
        : parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None
        : null;

    private static IAsyncEnumerable<object?> Boxed(object stream) =>
        stream as IAsyncEnumerable<object?> ?? throw new InvalidOperationException($"{stream} lists values.");

    private static ServiceProvider ServicesAt(GiftCardSandbox sandbox)
    {
        var services = new ServiceCollection();
        services
            .AddGiftCards()
            .AddGiftbit(options =>
                (options.BaseAddress, options.ApiToken, options.CatalogRequestsPerSecond) = (
                    sandbox.Giftbit.BaseAddress,
                    sandbox.Giftbit.ApiToken,
                    null
                )
            )
            .AddGifq(options => (options.BaseAddress, options.ApiToken) = (sandbox.Gifq.BaseAddress, sandbox.Gifq.ApiToken))
            .AddGiftronaut(options =>
                (options.BaseAddress, options.ClientId, options.ClientSecret) = (
                    sandbox.Giftronaut.BaseAddress,
                    sandbox.Giftronaut.ClientId,
                    sandbox.Giftronaut.ClientSecret
                )
            )
            .AddGiftCardPartners(options =>
                (options.BaseAddress, options.Email, options.AccessToken) = (
                    sandbox.GiftCardPartners.BaseAddress,
                    sandbox.GiftCardPartners.Email,
                    sandbox.GiftCardPartners.AccessToken
                )
            )
            .AddHuuray(options =>
                (options.BaseAddress, options.ApiToken, options.ApiSecret) = (
                    sandbox.Huuray.BaseAddress,
                    sandbox.Huuray.ApiToken,
                    sandbox.Huuray.ApiSecret
                )
            );
        return services.BuildServiceProvider();
    }

    /// <summary>A context that counts what comes back to it, and lets it go on, so that a breach ends in a message and not in a wait.</summary>
    private sealed class NotingContext : SynchronizationContext
    {
        private int _posts;

        public int Posts => Volatile.Read(ref _posts);

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _posts);
            ThreadPool.QueueUserWorkItem(_ => d(state));
        }

        public override SynchronizationContext CreateCopy() => this;
    }
}
