using System.Security.Cryptography;
using Sending.Chain.Formats;

namespace Sending.Chain.Relay.Wire;

/// <summary>What Edges relay: opaque bytes from one identity to another. It is known by sender and id together.</summary>
/// <param name="Id">32 lower-case hexadecimal digits, chosen at random by the sender.</param>
/// <param name="From">The sender.</param>
/// <param name="To">The recipient.</param>
/// <param name="Ttl">Seconds that it is kept for a recipient who is away, 1 to <see cref="LongestTtl"/>.</param>
/// <param name="Body">At most <see cref="LargestBody"/> bytes, which no Edge looks at.</param>
public sealed record Envelope(string Id, Did From, Did To, int Ttl, ReadOnlyMemory<byte> Body)
{
    /// <summary>Digits of an id.</summary>
    public const int IdLength = 32;

    /// <summary>Most bytes of a body: 256 KiB.</summary>
    public const int LargestBody = 256 << 10;

    /// <summary>Most seconds to live: a week.</summary>
    public const int LongestTtl = 604_800;

    private const int UnitBytes = 1 << 10;

    /// <summary>What it costs to send or to receive it: a unit for each KiB of the body, begun ones included, and at least one.</summary>
    public int Units => UnitsOf(Body.Length);

    /// <summary>What a body of so many bytes costs.</summary>
    public static int UnitsOf(int length) => Math.Max(1, (length + UnitBytes - 1) / UnitBytes);

    /// <summary>A new id.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdLength / 2));

    /// <summary>Whether a text is written as an id.</summary>
    public static bool IsId(string text) => text.Length == IdLength && !text.AsSpan().ContainsAnyExcept("0123456789abcdef");
}

/// <summary>An envelope's name.</summary>
/// <param name="From">The sender.</param>
/// <param name="Id">Its id among the sender's.</param>
public sealed record EnvelopeKey(Did From, string Id);

/// <summary>An envelope as an Edge hands it out.</summary>
/// <param name="Sequence">Its place in the order of arrival there.</param>
/// <param name="Envelope">The envelope.</param>
/// <param name="Units">What acknowledging it costs.</param>
public sealed record Delivery(long Sequence, Envelope Envelope, int Units);
