using System.Text.Json.Nodes;

namespace Sending.Testing;

/// <summary>What happens to requests of some methods: one step after the other, each for a number of requests.</summary>
public sealed class FaultRule
{
    private readonly string[] _methods;
    private readonly Lock _lock = new();
    private readonly Queue<Step> _steps = [];
    private Func<JsonNode, bool> _condition = _ => true;

    internal FaultRule(string[] methods) => _methods = methods;

    /// <summary>Only requests whose parameters are such.</summary>
    public FaultRule When(Func<JsonNode, bool> condition)
    {
        _condition = condition;
        return this;
    }

    /// <summary>The next request.</summary>
    public FaultRule Once(Fault fault) => Times(1, fault);

    /// <summary>The next so many requests.</summary>
    public FaultRule Times(int count, Fault fault) => Add(new Step(() => fault) { Left = count });

    /// <summary>Every request from there on.</summary>
    public FaultRule Always(Fault fault) => Add(new Step(() => fault));

    /// <summary>
    /// Each fault with its probability (0-1, together at most 1), else none. The same seed draws the same sequence; print it when the test fails.
    /// </summary>
    public FaultRule Randomly(int seed, params (Fault Fault, double Probability)[] faults)
    {
        var random = new Random(seed);
        return Add(new Step(() =>
        {
            var draw = random.NextDouble();
            return faults.FirstOrDefault(fault => (draw -= fault.Probability) < 0).Fault ?? Fault.Pass;
        }));
    }

    /// <summary>The fault for a request; null when this rule has none for it.</summary>
    internal Fault? Take(RpcCall call)
    {
        if ((_methods.Length > 0 && !_methods.Contains(call.Method)) || !_condition(call.Params))
        {
            return null;
        }

        lock (_lock)
        {
            if (!_steps.TryPeek(out var step))
            {
                return null;
            }

            if (step.Left is { } left && (step.Left = left - 1) == 0)
            {
                _steps.Dequeue();
            }

            return step.Draw();
        }
    }

    private FaultRule Add(Step step)
    {
        lock (_lock)
        {
            _steps.Enqueue(step);
        }

        return this;
    }

    private sealed class Step(Func<Fault> draw)
    {
        public int? Left { get; set; }

        public Fault Draw() => draw();
    }
}
