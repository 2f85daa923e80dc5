using FsCheck;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;
using TestResult = FsCheck.TestResult;

namespace GiftCardSdk.Model.Tests;

/// <summary>Keeps the run that failed instead of printing it.</summary>
internal sealed class FirstFailure : IRunner
{
    public FailedRun? Found { get; private set; }

    public void OnStartFixture(Type t) { }

    public void OnArguments(int ntest, FSharpList<object> args, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every) { }

    public void OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink) { }

    public void OnFinished(string name, TestResult testResult)
    {
        if (testResult is TestResult.Failed failed)
        {
            Found = new(failed.Item1.NumberOfTests, (Scenario)failed.Item3.Head, failed.Item4.ToString());
        }
    }
}

/// <summary>A run that failed.</summary>
/// <param name="Runs">How many runs it took to find it.</param>
/// <param name="Shrunk">What is left of it after everything was taken away that it fails without.</param>
/// <param name="Finding">What was seen.</param>
internal sealed record FailedRun(int Runs, Scenario Shrunk, string Finding);
