using Sending.Crypto.Engines;
using Sending.Crypto.Tests.Support;

namespace Sending.Crypto.Tests.Engines;

public sealed class SelfTestTests
{
    public static TheoryData<Engine> Engines => Engine.Theory;

    [Theory]
    [MemberData(nameof(Engines))]
    public void Passes(Engine engine) => Assert.True(SelfTest.Passes(engine.Implementation));

    [Theory]
    [InlineData("public key")]
    [InlineData("signature")]
    [InlineData("accepts all")]
    [InlineData("accepts none")]
    [InlineData("recovered key")]
    [InlineData("recovers none")]
    public void NoticesWhatIsWrong(string fault) => Assert.False(SelfTest.Passes(new FaultyEngine(fault)));

    private sealed class FaultyEngine(string fault) : SignatureEngine
    {
        private readonly ManagedEngine _correct = new();

        public override string Name => fault;

        protected override void MultiplyGenerator(ReadOnlySpan<byte> scalar, Span<byte> point)
        {
            _correct.WritePublicKey(scalar, point);
            point[^1] ^= (byte)(fault == "public key" ? 1 : 0);
        }

        protected override bool TryDecodePoint(ReadOnlySpan<byte> encoded, Span<byte> point) => _correct.TryReadPublicKey(encoded, point);

        protected override int SignReduced(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> privateKey, Span<byte> signature)
        {
            var recoveryId = _correct.Sign(digest, privateKey, signature);
            signature[^1] ^= (byte)(fault == "signature" ? 1 : 0);
            return recoveryId;
        }

        protected override bool VerifyInRange(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature, ReadOnlySpan<byte> publicKey) =>
            fault == "accepts all" || (fault != "accepts none" && _correct.Verify(digest, signature, publicKey));

        protected override bool TryRecoverInRange(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature, int recoveryId, Span<byte> publicKey)
        {
            var found = _correct.TryRecover(digest, signature, recoveryId, publicKey);
            publicKey[^1] ^= (byte)(fault == "recovered key" ? 1 : 0);
            return found && fault != "recovers none";
        }
    }
}
