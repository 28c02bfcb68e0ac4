using System.Numerics;
using Sending.Chain.Events.Storage;
using Sending.Chain.Formats;
using Sending.Chain.Settlements;
using Sending.Testing;

namespace Sending.Chain.Tests.Settlements;

/// <summary>A random history: guardians that come, go and contradict each other, Edges, lines that are filled, used up and emptied, settlements that lapse and are cancelled.</summary>
internal sealed class RandomWorld
{
    public static readonly TypedDataDomain Domain = TypedDataDomain.OfRewards(31337, "0x" + new string('7', 40));

    private const int MaxLag = 4;

    private readonly Seeded _random;
    private readonly string[] _guardians;
    private readonly string[] _edges;
    private readonly string[] _payers;
    private readonly Dictionary<(string Payer, string Edge), Line> _lines = [];
    private readonly Dictionary<string, BigInteger> _limits = [];
    private readonly List<EpochInput> _epochs = [];

    public RandomWorld(Seeded random)
    {
        _random = random;
        (_guardians, _edges, _payers) = (Accounts(9), Accounts(6), Accounts(7));
    }

    /// <summary>The settlements that were computed, with whether each became final.</summary>
    public List<(SettlementInput Input, SettlementResult Result, bool Final)> Settled { get; } = [];

    /// <summary>Lives for some epochs.</summary>
    public RandomWorld Live(int epochs)
    {
        var (prior, previous, last, contributed) = (CumulativeFigures.None, new byte[32], -1L, Amount(90));
        var (fund, charged, earned) = (contributed, BigInteger.Zero, BigInteger.Zero);
        for (var epoch = 0L; epoch < epochs; epoch++)
        {
            _epochs.Add(LiveThrough(epoch, prior));
            contributed += _random.Below(3) == 0 ? Amount(60) : 0;
            if (_random.Below(3) == 0)
            {
                // Nobody settles it: a later one does, or it lapses.
                continue;
            }

            var first = (int)Math.Max(last + 1, epoch - MaxLag);
            CreditLineKey[] opened = [.. _lines.Where(line => line.Value.Opened <= epoch).Select(line => new CreditLineKey(line.Key.Payer, line.Key.Edge))];
            var input = new SettlementInput(epoch, previous, fund, prior, _epochs[first..], opened);
            var result = SettlementComputation.Compute(input);
            var final = _random.Below(5) != 0;
            Settled.Add((input, result, final));
            if (final)
            {
                (prior, previous, last) = (result.Figures, result.Message.Digest(Domain), epoch);
                (charged, earned) = (charged + result.Message.TotalCharged, earned + result.Message.TotalEarned);
                fund = contributed + charged - earned;
            }
        }

        return this;
    }

    private EpochInput LiveThrough(long epoch, CumulativeFigures final)
    {
        foreach (var line in _lines.Values)
        {
            // A withdrawal that the last final settlement allows.
            var charged = final.Charges.FirstOrDefault(charge => charge.Payer == line.Payer && charge.Edge == line.Edge)?.Cumulative ?? 0;
            if (!line.Requested.IsZero && _random.Below(3) == 0 && line.RequestEpoch < epoch - MaxLag)
            {
                line.PaidOut += BigInteger.Max(0, BigInteger.Min(line.Requested, line.Deposited - line.PaidOut - charged));
                line.Requested = 0;
            }
        }

        for (var i = _random.Below(12); i > 0; i--)
        {
            var key = (_payers[_random.Below(_payers.Length)], _edges[_random.Below(_edges.Length)]);
            _lines.TryAdd(key, new Line(key.Item1, key.Item2, epoch));
            _lines[key].Deposited += Amount(50);
        }

        // What was requested in this epoch counts from the next on.
        LineInput[] lines = [.. _lines.Values.Select(line => new LineInput(line.Payer, line.Edge, line.Deposited, line.PaidOut, line.RequestEpoch < epoch ? line.Requested : 0))];
        var limits = new Dictionary<string, BigInteger>(_limits, StringComparer.OrdinalIgnoreCase);
        foreach (var line in _lines.Values.Where(_ => _random.Below(6) == 0))
        {
            (line.Requested, line.RequestEpoch) = (line.Requested + ((line.Deposited - line.PaidOut - line.Requested) / (1 + _random.Below(3))), epoch);
        }

        if (_random.Coin())
        {
            _limits[_payers[_random.Below(_payers.Length)]] = _random.Below(4) == 0 ? 0 : _random.Below(5_000);
        }

        return new EpochInput(epoch, Rates(), Guardians(), Edges(), lines, limits);
    }

    private EpochRates Rates() => new(
        _random.Below(8) == 0 ? 1 : Amount(48),
        Bps(),
        _random.Below(5_001),
        _random.Below(199_999),
        _random.Below(5_001),
        _random.Below(4_001),
        _random.Below(3) == 0 ? 0 : _random.Below(1_000_001));

    private GuardianInput[] Guardians() =>
    [
        .. _guardians.Where(_ => _random.Below(5) != 0).Select(guardian =>
        {
            // Few different stakes and scores, so that there are ties, and exact halves and thirds.
            var stake = _random.Coin() ? new BigInteger(1 + _random.Below(4)) * BigInteger.Pow(10, 23) : Amount(70) + 1;
            return _random.Below(4) == 0
                ? new GuardianInput(guardian, stake, null, null)
                : new GuardianInput(guardian, stake, [.. Enumerable.Range(0, _random.Below(_edges.Length + 2)).Select(_ => Score())], _random.Below(6) == 0 ? [] : [(byte)(_random.Below(256) | _random.Below(256))]);
        }),
    ];

    private EdgeInput[] Edges() =>
    [
        .. _edges.Select((edge, index) =>
        {
            if (_random.Below(5) == 0)
            {
                return new EdgeInput(edge, index, null);
            }

            LeafInput[] leaves = [.. Enumerable.Range(0, _random.Below(9)).Select(_ => Leaf())];
            var units = (ulong)leaves.Sum(leaf => (decimal)leaf.Units);
            return new EdgeInput(edge, index, new WorkInput(_random.Hex(32), units, _random.Below(6) == 0, leaves));
        }),
    ];

    private LeafInput Leaf()
    {
        var payer = _payers[_random.Below(_payers.Length)];
        var signer = _random.Coin() ? payer : _payers[_random.Below(_payers.Length)];
        return new LeafInput(payer, signer, _random.Below(10) == 0 ? (1UL << 50) + (ulong)_random.Below(1_000) : 1 + (ulong)_random.Below(10_000));
    }

    private byte Score() => _random.Below(4) switch
    {
        0 => AvailabilityScores.NoOpinion,
        1 => (byte)(90 + _random.Below(3)),
        _ => (byte)_random.Below(101),
    };

    private BigInteger Bps() => _random.Below(6) switch
    {
        0 => 0,
        1 => 10_000,
        _ => _random.Below(10_001),
    };

    private BigInteger Amount(int bits) => _random.Number(bits);

    private string[] Accounts(int most) => [.. Enumerable.Range(0, 1 + _random.Below(most)).Select(_ => Word.Address(_random.Bytes(20)))];

    private sealed class Line(string payer, string edge, long opened)
    {
        public string Payer => payer;

        public string Edge => edge;

        public long Opened => opened;

        public BigInteger Deposited { get; set; }

        public BigInteger PaidOut { get; set; }

        public BigInteger Requested { get; set; }

        public long RequestEpoch { get; set; }
    }
}
