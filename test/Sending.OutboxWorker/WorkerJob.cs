using Nethereum.Util;

namespace Sending.OutboxWorker;

/// <summary>What a worker is to do: transfers of ETH from some accounts, each to a recipient of its own.</summary>
public sealed record WorkerJob
{
    /// <summary>Wei of each transfer.</summary>
    public const int Amount = 7;

    /// <summary>The deployment file of the network.</summary>
    public required string Deployment { get; init; }

    /// <summary>The node, or who stands before it.</summary>
    public required Uri RpcUrl { get; init; }

    /// <summary>The outbox's file.</summary>
    public required string Outbox { get; init; }

    /// <summary>Private keys of the senders.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>Transfers of each sender.</summary>
    public required int Transfers { get; init; }

    /// <summary>Whether the node's finalized block decides; else any.</summary>
    public bool Finalized { get; init; }

    /// <summary>The point at which the process kills itself the first time that it comes there; null to live.</summary>
    public string? DieAt { get; init; }

    /// <summary>The recipient of a transfer, which gets nothing else.</summary>
    public static string Recipient(string sender, int number)
        => AddressUtil.Current.ConvertToChecksumAddress("0x" + Sha3Keccack.Current.CalculateHash($"{sender}/{number}")[^40..]);
}
