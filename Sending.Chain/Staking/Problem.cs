using Sending.Chain.Errors;

namespace Sending.Chain.Staking;

/// <summary>A reason for which a transaction would be refused, found before it is signed.</summary>
/// <param name="Check">Short name of the check, e.g. "balance".</param>
/// <param name="Message">Names the number that is wrong and the command that cures it.</param>
/// <param name="Details">The numbers, by name; amounts as decimal text.</param>
public sealed record Problem(string Check, string Message, IReadOnlyDictionary<string, string> Details)
{
    internal static Problem Of(string check, string message, params IEnumerable<(string Name, string Value)> details)
        => new(check, message, details.ToDictionary(detail => detail.Name, detail => detail.Value));
}

/// <summary>Turns found problems into the exception that a host shows.</summary>
public static class Problems
{
    /// <summary>Does nothing when there are none.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.CheckFailed"/> with all messages; details of the first under their names, its check under "check".</exception>
    public static void ThrowIfAny(IEnumerable<Problem> problems)
    {
        var found = problems.ToList();
        if (found.Count > 0)
        {
            throw new SendingException(
                ErrorCode.CheckFailed,
                string.Join('\n', found.Select(problem => problem.Message)),
                new Dictionary<string, string>(found[0].Details) { ["check"] = found[0].Check });
        }
    }
}
