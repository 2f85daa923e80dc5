using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using Refit;

namespace GiftCardSdk.Http.Clients.Internal;

/// <summary>Makes a provider's interface work over the pipeline of an account.</summary>
internal static class ApiClient
{
    /// <summary>What is read of an interface by reflection, once an account.</summary>
    public const DynamicallyAccessedMemberTypes Needed =
        DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.Interfaces;

    /// <exception cref="InvalidOperationException">A method of the interface does not say what is needed.</exception>
    public static TApi Create<[DynamicallyAccessedMembers(Needed)] TApi>(
        ProviderHttpClient http,
        JsonSerializerOptions json,
        ApiRules rules
    )
        where TApi : class
    {
        // No timeout of the platform's: deadlines are the pipeline's, on the account's own clock.
        var client = new HttpClient(new ApiHandler(http, MethodsOf(typeof(TApi)), rules, json))
        {
            BaseAddress = http.BaseAddress,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        return RestService.ForGenerated<TApi>(client, Settings(json, rules));
    }

    private static Dictionary<string, ApiMethod> MethodsOf([DynamicallyAccessedMembers(Needed)] Type api)
    {
        if (api.GetInterfaces() is [var inherited, ..])
        {
            throw new InvalidOperationException(
                $"{api.Name} cannot be called: it inherits {inherited.Name}, whose methods would have no operation; write them on {api.Name} itself."
            );
        }

        var methods = new Dictionary<string, ApiMethod>(StringComparer.Ordinal);
        foreach (var method in api.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(static method => method.IsAbstract))
        {
            if (!methods.TryAdd(method.Name, ApiMethod.Of(method)))
            {
                throw ApiMistakes.Of(method, "another method that calls the provider has the same name");
            }
        }

        return methods;
    }

    private static RefitSettings Settings(JsonSerializerOptions json, ApiRules rules) =>
        new(new CarryingSerializer(json), new QueryFormatter(rules))
        {
            CaptureMethodArguments = true,
            RequestBodySerialization = RequestBodySerializationMode.Buffered,
            ExceptionFactory = static _ => new((Exception?)null),
            // What the pipeline throws is passed on as it is: Refit's own exceptions would hold the message.
            TransportExceptionFactory = static (_, failure, _) => failure,
            DeserializationExceptionFactory = static (_, failure) => new(failure),
        };
}
