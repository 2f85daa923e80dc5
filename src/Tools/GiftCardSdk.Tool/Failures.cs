using Microsoft.Extensions.Options;

namespace GiftCardSdk.Tool;

/// <summary>What went wrong, in words, and how the command ends by it.</summary>
internal static class Failures
{
    public static int Tell(Exception failure, Screen screen)
    {
        var (exitCode, message) = Of(failure);
        screen.Line(message);
        return exitCode;
    }

    public static (int ExitCode, string Message) Of(Exception failure) =>
        failure switch
        {
            ToolException own => (own.ExitCode, own.Message),
            OrderOutcomeUnknownException unknown => (ExitCode.Unknown, unknown.Message),
            GiftCardException { Outcome: GiftCardOutcome.MayExist } unknown => (ExitCode.Unknown, unknown.Message),
            GiftCardException { Code: GiftCardErrorCode.NotFound or GiftCardErrorCode.ProductUnavailable } none => (
                ExitCode.NotFound,
                none.Message
            ),
            GiftCardException refused => (ExitCode.Failed, refused.Message),
            OptionsValidationException settings => (ExitCode.Usage, string.Join('\n', settings.Failures)),
            // Which parameter of a method it was says nothing to somebody who types.
            ArgumentException { ParamName: { } name } wrong => (ExitCode.Usage, wrong.Message.Replace($" (Parameter '{name}')", "")),
            ArgumentException or InvalidOperationException => (ExitCode.Usage, failure.Message),
            // Its own text says no more than that; whoever knows more says it.
            TaskCanceledException => (
                ExitCode.Interrupted,
                "Interrupted. An order that was sent goes on: repeat its reference to learn of it."
            ),
            OperationCanceledException => (ExitCode.Interrupted, failure.Message),
            _ => (ExitCode.Failed, $"{failure.GetType().Name}: {failure.Message}"),
        };
}
