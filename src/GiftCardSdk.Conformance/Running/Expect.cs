namespace GiftCardSdk.Conformance.Running;

/// <summary>Assertions whose failures say what an adapter's author should look at.</summary>
internal static class Expect
{
    public static void That(bool isTrue, string otherwise) => Assert.True(isTrue, otherwise);

    public static void Same<T>(T expected, T actual, string what) =>
        Assert.True(EqualityComparer<T>.Default.Equals(expected, actual), $"{what}: expected {expected}, found {actual}.");

    /// <summary>The work fails in the neutral form and no other.</summary>
    public static async Task<GiftCardException> FailureAsync(Func<Task> work, string otherwise)
    {
        try
        {
            await work();
        }
        catch (GiftCardException failure)
        {
            That(!string.IsNullOrWhiteSpace(failure.Message), "A GiftCardException came without a message.");
            return failure;
        }
        catch (Exception other) when (!IsOfTheRunner(other))
        {
            Assert.Fail($"{otherwise} Instead {other.GetType().Name} came, which callers do not know how to read: {other.Message}");
        }

        Assert.Fail($"{otherwise} Instead it went well.");
        throw new InvalidOperationException();
    }

    /// <summary>The work is given up because the caller said so.</summary>
    public static async Task CancelledAsync(Task work, string what)
    {
        try
        {
            await work;
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Exception other) when (!IsOfTheRunner(other))
        {
            Assert.Fail(
                $"{what} was cancelled and ended with {other.GetType().Name}; a caller's cancellation stays OperationCanceledException. {other.Message}"
            );
        }

        Assert.Fail($"{what} was cancelled and went on to its end.");
    }

    /// <summary>What the failure of an order must say besides.</summary>
    public static void IsOf(GiftCardException failure, IGiftCardAccount account)
    {
        Same(account.Provider, failure.Provider, "The exception's Provider");
        Same(account.Name, failure.Account, "The exception's Account");
    }

    private static bool IsOfTheRunner(Exception exception) =>
        exception.GetType().Namespace?.StartsWith("Xunit", StringComparison.Ordinal) == true;
}
