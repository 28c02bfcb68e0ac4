using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Sending.Chain.Http.Login;

/// <summary>The bearer tokens that are good, each for an hour. They are kept hashed: who reads the memory cannot log in by it. A restart ends all.</summary>
/// <param name="time">The machine's clock.</param>
public sealed class LoginSessions(TimeProvider time)
{
    /// <summary>How long a token is good.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>Most tokens of one DID; a further one ends its oldest.</summary>
    public const int MostOfOne = 16;

    /// <summary>Most tokens; a further one ends the oldest of all.</summary>
    public const int Most = 50_000;

    private const int TokenBytes = 32;

    private readonly Lock _turn = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _byHash = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LinkedList<LinkedListNode<Entry>>> _byDid = new(StringComparer.Ordinal);

    // In the order of log-ins, which is that of ends.
    private readonly LinkedList<Entry> _all = new();

    /// <summary>Tokens that are kept.</summary>
    public int Count
    {
        get
        {
            lock (_turn)
            {
                return _all.Count;
            }
        }
    }

    /// <summary>When a token that is made now ends.</summary>
    public DateTimeOffset NextEnd => time.GetUtcNow() + Life;

    /// <summary>Lets somebody in.</summary>
    /// <returns>The token, 32 random bytes in base64url; it is nowhere else.</returns>
    public string Add(LoginSession session)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        lock (_turn)
        {
            RemoveEnded();
            var did = session.Did.ToString();
            if (!_byDid.TryGetValue(did, out var own))
            {
                _byDid[did] = own = new();
            }

            var node = _all.AddLast(new Entry(HashOf(token), did, session));
            own.AddLast(node);
            _byHash.Add(node.Value.Hash, node);
            if (own.Count > MostOfOne)
            {
                Remove(own.First!.Value);
            }
            else if (_all.Count > Most)
            {
                Remove(_all.First!);
            }
        }

        return token;
    }

    /// <summary>Who is in by a token; null when it is none, or has ended.</summary>
    public LoginSession? Find(string token)
    {
        lock (_turn)
        {
            return _byHash.TryGetValue(HashOf(token), out var node) && node.Value.Session.Expires > time.GetUtcNow() ? node.Value.Session : null;
        }
    }

    private static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private void RemoveEnded()
    {
        var now = time.GetUtcNow();
        while (_all.First is { } oldest && oldest.Value.Session.Expires <= now)
        {
            Remove(oldest);
        }
    }

    private void Remove(LinkedListNode<Entry> node)
    {
        _all.Remove(node);
        _byHash.Remove(node.Value.Hash);
        var own = _byDid[node.Value.Did];
        own.Remove(node);
        if (own.Count == 0)
        {
            _byDid.Remove(node.Value.Did);
        }
    }

    private sealed record Entry(string Hash, string Did, LoginSession Session);
}
