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
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                return new() { Content = new CarriedAnswer(await AnswerAsync(method, call, cancellationToken).ConfigureAwait(false)) };
            }
            catch (GiftCardException failure)
            {
                rules.Failed(call, failure);
                if (!isFirst || call.Operation.Safety != RetrySafety.Read || !rules.TriesAgain(call, failure))
                {
                    throw;
                }
            }
        }
    }

    private async Task<object?> AnswerAsync(ApiMethod method, ApiCall call, CancellationToken cancellationToken)
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
        return rules.Conclude(call, answer);
    }
}
