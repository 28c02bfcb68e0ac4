using Nethereum.ABI.Model;
using Sending.Chain.Reverts.Sentences;

namespace Sending.Chain.Reverts;

/// <summary>The sentences for every error that the contracts can raise in a call of ours: what is wrong, and what to do.</summary>
/// <remarks>The key is the error's name, or, where contracts use one name for different things, <c>Name(argument,argument)</c>.</remarks>
internal static class RevertSentences
{
    private static readonly Dictionary<string, Func<RevertArguments, string>> All = new(
    [
        .. StakingSentences.Table,
        .. IdentitySentences.Table,
        .. CreditSentences.Table,
        .. WorkSentences.Table,
        .. RewardSentences.Table,
        .. ConfigSentences.Table,
        .. GovernorSentences.Table,
        .. AccessSentences.Table,
        .. TokenSentences.Table,
    ]);

    /// <summary>What has a sentence.</summary>
    public static IReadOnlyCollection<string> Keys => All.Keys;

    /// <summary>The key of an error's sentence; null when it has none.</summary>
    public static string? KeyOf(ErrorABI error)
    {
        var withArguments = $"{error.Name}({string.Join(',', error.InputParameters.Select(parameter => parameter.Name))})";
        return All.ContainsKey(withArguments) ? withArguments : All.ContainsKey(error.Name) ? error.Name : null;
    }

    /// <summary>The sentence for an error; its name and arguments when there is none.</summary>
    public static string For(ErrorABI error, RevertArguments arguments)
        => KeyOf(error) is { } key
            ? All[key](arguments)
            : $"The contract refuses with {error.Name}({string.Join(", ", arguments.All().Select(pair => $"{pair.Key}: {pair.Value}"))}).";
}
