namespace Sending.Crypto;

/// <summary>The engine that <see cref="Secp256k1.EngineVariable"/> asks for cannot be had. The message says what to do.</summary>
public sealed class SignatureEngineException(string message) : Exception(message);
