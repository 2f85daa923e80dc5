using System.Text.Json;
using Refit;

namespace GiftCardSdk.Http.Clients.Internal;

/// <summary>
/// The only handler that Refit sees. For each message it makes a new request of the pipeline's own, so that Refit's message never holds a credential,
/// and gives Refit what the pipeline has read.
/// </summary>
internal sealed class ApiHandler(
    ProviderHttpClient http,
    IReadOnlyDictionary<string, ApiMethod> methods,
    ApiRules rules,
    JsonSerializerOptions json
) : HttpMessageHandler
{
    private static readonly HttpRequestOptionsKey<string> NameKey = new(HttpRequestMessageOptions.MethodName);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Options.TryGetValue(NameKey, out var name);
        var method = methods[name!];
        var call = method.Begin(http, request);
        rules.Prepare(call);
        try
        {
            var answer = await call
                .Http.SendAsync(
                    call.Operation,
                    call.Address(),
                    method.AnswerType(json),
                    call.Accept,
                    call.Body,
                    call.Headers,
                    cancellationToken
                )
                .ConfigureAwait(false);
            return new() { Content = new CarriedAnswer(rules.Conclude(call, answer)) };
        }
        catch (GiftCardException failure)
        {
            rules.Failed(call, failure);
            throw;
        }
    }
}
