using Sending.Chain.Configuration;
using Sending.Chain.Errors;
using Sending.Chain.Http.Hosting;

namespace Sending.Guardian;

/// <summary>What a guardian's operator says, checked.</summary>
/// <param name="Service">What every service is told.</param>
public sealed record GuardianOptions(ServiceOptions Service)
{
    /// <summary>Where it listens unless told.</summary>
    public const int DefaultPort = 8090;

    /// <summary>How long its leaves and signatures are kept and served, in epochs.</summary>
    public long KeptEpochs { get; init; } = 64;

    /// <summary>Checks what the operator said.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>.</exception>
    public static GuardianOptions Of(Settings settings) => new(ServiceOptions.Of("guardian", DefaultPort, settings));
}
