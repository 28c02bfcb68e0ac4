using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Sending.Chain.Http.Login;

/// <summary>
/// Nonces of log-ins. Nothing is kept of one that is given: it carries its end and a mark that only this process can make, so that asking for many costs
/// no memory. One that is used is remembered until its end.
/// </summary>
/// <param name="time">The machine's clock.</param>
internal sealed class LoginNonces(TimeProvider time)
{
    /// <summary>How long a nonce can be used.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    /// <summary>Most nonces that are remembered as used.</summary>
    public const int MostUsed = 100_000;

    private const int RandomBytes = 8;
    private const int TimeBytes = 8;
    private const int MarkBytes = 16;
    private const int Length = RandomBytes + TimeBytes + MarkBytes;

    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);
    private readonly Lock _turn = new();
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly Queue<(string Nonce, DateTimeOffset End)> _ends = new();

    /// <summary>A new nonce, of hexadecimal digits.</summary>
    public (string Nonce, DateTimeOffset End) Create()
    {
        var end = DateTimeOffset.FromUnixTimeSeconds((time.GetUtcNow() + Life).ToUnixTimeSeconds());
        Span<byte> nonce = stackalloc byte[Length];
        RandomNumberGenerator.Fill(nonce[..RandomBytes]);
        BinaryPrimitives.WriteInt64BigEndian(nonce[RandomBytes..], end.ToUnixTimeSeconds());
        Mark(nonce[..(RandomBytes + TimeBytes)], nonce[^MarkBytes..]);
        return (Convert.ToHexStringLower(nonce), end);
    }

    /// <summary>Uses a nonce up.</summary>
    public NonceUse Use(string nonce)
    {
        Span<byte> bytes = stackalloc byte[Length];
        Span<byte> mark = stackalloc byte[MarkBytes];
        if (nonce.Length != 2 * Length || nonce.AsSpan().ContainsAnyExcept("0123456789abcdef"))
        {
            return NonceUse.Unknown;
        }

        Convert.FromHexString(nonce, bytes, out _, out _);
        Mark(bytes[..(RandomBytes + TimeBytes)], mark);
        var now = time.GetUtcNow();
        var seconds = BinaryPrimitives.ReadInt64BigEndian(bytes[RandomBytes..]);
        if (!CryptographicOperations.FixedTimeEquals(mark, bytes[^MarkBytes..]) || seconds <= now.ToUnixTimeSeconds())
        {
            return NonceUse.Unknown;
        }

        lock (_turn)
        {
            while (_ends.TryPeek(out var oldest) && oldest.End <= now)
            {
                _used.Remove(_ends.Dequeue().Nonce);
            }

            if (_used.Contains(nonce))
            {
                return NonceUse.Unknown;
            }

            if (_used.Count >= MostUsed)
            {
                return NonceUse.TooMany;
            }

            // Each is remembered for a whole life, so that the queue is in the order of ends.
            _used.Add(nonce);
            _ends.Enqueue((nonce, now + Life));
            return NonceUse.Accepted;
        }
    }

    private void Mark(ReadOnlySpan<byte> content, Span<byte> mark)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_secret, content, hash);
        hash[..MarkBytes].CopyTo(mark);
    }
}

/// <summary>What became of using a nonce.</summary>
internal enum NonceUse
{
    /// <summary>It was given here, in its time, and never used before.</summary>
    Accepted,

    /// <summary>It was not given by this process, has ended, or was used.</summary>
    Unknown,

    /// <summary>No more can be remembered just now.</summary>
    TooMany,
}
