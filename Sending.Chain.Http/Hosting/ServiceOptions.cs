using System.Globalization;
using System.Net;
using System.Numerics;
using Sending.Chain.Amounts;
using Sending.Chain.Configuration;
using Sending.Chain.Errors;
using Sending.Chain.Rpc;

namespace Sending.Chain.Http.Hosting;

/// <summary>What every service is told by its operator, checked. See <see cref="SettingNames"/>.</summary>
public sealed record ServiceOptions
{
    private static readonly BigInteger s_weiPerGwei = 1_000_000_000;

    /// <summary>What service it is, such as <c>edge</c>; names its folder.</summary>
    public required string Kind { get; init; }

    /// <summary>Network, node, account, and where things lie.</summary>
    public required Settings Settings { get; init; }

    /// <summary>Where it listens; at least one.</summary>
    public required IReadOnlyList<IPEndPoint> Listen { get; init; }

    /// <summary>Under which URL others reach it; null: where it listens.</summary>
    public required Uri? PublicUrl { get; init; }

    /// <summary>Folder of its files; null to choose one by kind and account.</summary>
    public required string? DataFolder { get; init; }

    /// <summary>Which blocks are final.</summary>
    public required Finality Finality { get; init; }

    /// <summary>The most to pay per unit of gas, in wei.</summary>
    public required BigInteger FeeCap { get; init; }

    /// <summary>What the operator takes an ETH to be worth, in the smallest unit of SEND; null: rewards are not compared with gas.</summary>
    public required BigInteger? SendPerEth { get; init; }

    /// <summary>A reward is claimed once it is worth so many times its gas; at least 1.</summary>
    public required int ClaimFactor { get; init; }

    /// <summary>A reward is claimed at least every so many epochs; at least 1.</summary>
    public required int ClaimEpochs { get; init; }

    /// <summary>Whether it goes without keys and transactions.</summary>
    public required bool Observe { get; init; }

    /// <summary>Whether the chain is a devnet, on which everything is quick.</summary>
    public bool OnDevnet => Settings.UsesDevnet;

    /// <summary>Checks what the operator said.</summary>
    /// <param name="kind">What service it is.</param>
    /// <param name="defaultPort">Where it listens when the operator says nothing.</param>
    /// <param name="settings">What the operator said.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>: a setting is malformed; the message names it.</exception>
    public static ServiceOptions Of(string kind, int defaultPort, Settings settings) => new()
    {
        Kind = kind,
        Settings = settings,
        Listen = ListenAddresses.Parse(settings.Find(SettingNames.Listen).Value, defaultPort),
        PublicUrl = settings.Find(SettingNames.PublicUrl).Value is { } url ? Url(url) : null,
        DataFolder = settings.Find(SettingNames.Data).Value is { } folder ? Path.GetFullPath(folder, settings.WorkingDirectory) : null,
        Finality = FinalityOf(settings),
        FeeCap = SendAmount.ParsePositive(settings.Find(SettingNames.FeeCap, "500").Value!) * s_weiPerGwei / SendAmount.One,
        SendPerEth = settings.Find(SettingNames.SendPerEth).Value is { } worth ? SendAmount.ParsePositive(worth) : null,
        ClaimFactor = Number(settings, SettingNames.ClaimFactor, 20),
        ClaimEpochs = Number(settings, SettingNames.ClaimEpochs, settings.UsesDevnet ? 1 : 30),
        Observe = Switch(settings, SettingNames.Observe),
    };

    /// <summary>Reads a whole number of at least 1.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>.</exception>
    public static int Number(Settings settings, SettingName name, int fallback)
    {
        if (settings.Find(name).Value is not { } text)
        {
            return fallback;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw Invalid(name, text, "a whole number from 1 up");
    }

    /// <summary>Reads a span of time.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>.</exception>
    public static TimeSpan Span(Settings settings, SettingName name, TimeSpan fallback) => settings.Find(name).Value is { } text ? Duration.Parse(text) : fallback;

    /// <summary>Folder of a service whose operator named none. Services of different accounts and chains do not share one.</summary>
    /// <param name="chain">Which chain.</param>
    /// <param name="account">Address of the account that acts; null for a service that observes.</param>
    public string FolderOf(ChainIdentity chain, string? account)
    {
        var name = $"{Kind}-{(account is null ? "observer" : account[2..].ToLowerInvariant())}";
        return OnDevnet ? Settings.Devnet.ServiceFolder(name) : Path.Combine(Settings.Folders.Services, $"{name}-{chain.ChainId}-{chain.DeployBlockHash[2..10]}");
    }

    /// <summary>Every setting with its value, one a line; what may be secret is masked.</summary>
    public override string ToString() => string.Join(
        "\n",
        SettingNames.All
            .Select(name => (name, Settings.Find(name).Value))
            .Where(setting => setting.Value is not null)
            .Select(setting => $"{setting.name.Key} = {(setting.name == SettingNames.RpcUrl ? RpcUrls.Mask(setting.Value!) : setting.Value)}"));

    private static bool Switch(Settings settings, SettingName name) => settings.Find(name).Value switch
    {
        null or "false" => false,
        "true" => true,
        var other => throw Invalid(name, other, "true or false"),
    };

    private static Finality FinalityOf(Settings settings) => settings.Find(SettingNames.Finality, settings.UsesDevnet ? "latest" : "finalized").Value switch
    {
        "finalized" => Finality.Finalized,
        "safe" => Finality.Safe,
        "latest" => Finality.Latest,
        var other => throw Invalid(SettingNames.Finality, other!, "finalized, safe or latest"),
    };

    private static Uri Url(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
        ? url
        : throw Invalid(SettingNames.PublicUrl, text, "a URL such as https://edge.example.org");

    private static SendingException Invalid(SettingName name, string text, string expected)
        => new(ErrorCode.InvalidInput, $"'{text}' is not what {name.Flag} takes: {expected}.", new Dictionary<string, string> { ["setting"] = name.Key });
}
