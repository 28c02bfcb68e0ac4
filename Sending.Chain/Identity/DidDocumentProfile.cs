namespace Sending.Chain.Identity;

/// <summary>In which vocabulary a DID document is written.</summary>
public enum DidDocumentProfile
{
    /// <summary>As npm <c>ethr-did-resolver</c> 11 writes it, byte for byte; of <c>did:ethr</c> unless another is asked for.</summary>
    EthrDid,

    /// <summary>
    /// DID 1.1 with the verification methods of Controlled Identifiers 1.0, <c>Multikey</c> and <c>JsonWebKey</c>; accounts, whose keys nobody
    /// knows, are <c>EcdsaSecp256k1RecoveryMethod2020</c> here too. Of <c>did:sdn</c> unless another is asked for.
    /// </summary>
    Multikey,
}
