using System.Collections.Concurrent;

namespace SurveyReward;

/// <summary>Who was invited and who has answered. Yours is a table: an answer has to outlive the process, since a card is owed for it.</summary>
internal sealed class Answers
{
    private readonly ConcurrentDictionary<string, string> _answers = new(StringComparer.Ordinal);

    /// <summary>The respondents by their invitations. Those cannot be guessed: whoever has one sees the card.</summary>
    public IReadOnlyDictionary<string, string> Invited { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["k7q2m9x4"] = "respondent-1044",
            ["p3v8t6z1"] = "respondent-1045",
            ["w5n4c2r8"] = "respondent-1046",
        };

    /// <summary>Who is owed a card.</summary>
    public ICollection<string> Respondents => _answers.Keys;

    /// <summary>The first answer counts; a second one earns nothing.</summary>
    public void Keep(string respondent, string answer) => _answers.TryAdd(respondent, answer);
}
