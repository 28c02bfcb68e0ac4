namespace Sending.Chain.Identity;

/// <summary>What is asked for: which document of which identity.</summary>
/// <param name="Subject">The identity, and the DID that names it in the document.</param>
/// <param name="Profile">The document's vocabulary.</param>
/// <param name="Version">Its version.</param>
internal sealed record ResolutionKey(DidSubject Subject, DidDocumentProfile Profile, DidVersion Version);
