using System.Globalization;
using System.Text.Json.Nodes;

namespace Sending.Chain.Identity.Documents;

/// <summary>The document that npm <c>ethr-did-resolver</c> 11 makes of the same identity, with its order of members and its names of key types.</summary>
internal static class EthrDidDocument
{
    private const string Secp256k1KeyType = "EcdsaSecp256k1VerificationKey2019";
    private const string Ed25519KeyType = "Ed25519VerificationKey2018";

    /// <summary>Purposes that have a longer name.</summary>
    private static readonly Dictionary<string, string> Purposes = new()
    {
        [AttributeName.Authentication] = "SignatureAuthentication2018",
        [AttributeName.Assertion] = "VerificationKey2018",
        [AttributeName.KeyAgreement] = "KeyAgreementKey2019",
    };

    /// <summary>Algorithm and purpose, put together, that have a type of their own; any other key's type is its algorithm.</summary>
    private static readonly Dictionary<string, string> KeyTypes = new()
    {
        ["Secp256k1VerificationKey2018"] = Secp256k1KeyType,
        ["Secp256k1SignatureAuthentication2018"] = Secp256k1KeyType,
        ["Ed25519VerificationKey2018"] = Ed25519KeyType,
        ["Ed25519SignatureAuthentication2018"] = Ed25519KeyType,
        ["RSAVerificationKey2018"] = "RSAVerificationKey2018",
        ["X25519KeyAgreementKey2019"] = "X25519KeyAgreementKey2019",
    };

    public static JsonObject Make(DidSubject subject, IdentityHistory history, long chainId)
    {
        var did = subject.Did;
        var (methods, authentication, assertion) = (new JsonArray(), new JsonArray(), new JsonArray());
        var document = new JsonObject
        {
            ["id"] = did,
            ["verificationMethod"] = methods,
            ["authentication"] = authentication,
            ["assertionMethod"] = assertion,
        };
        if (!history.Deactivated)
        {
            AddController(subject, history, chainId, methods, authentication, assertion);
            var services = new JsonArray();
            foreach (var entry in history.Entries)
            {
                if (entry.Kind == DocumentEntryKind.Service)
                {
                    AddService(services, entry, did);
                }
                else if (Method(entry, did, chainId) is { } method)
                {
                    methods.Add(method);
                    var id = entry.Id(did);
                    if (entry.Name.Purpose == AttributeName.Authentication)
                    {
                        authentication.Add(id);
                    }

                    if (entry.Kind == DocumentEntryKind.Delegate || entry.Name.Purpose != AttributeName.KeyAgreement)
                    {
                        assertion.Add(id);
                    }
                }
            }

            AddUnlessEmpty(document, "service", services);

            // A reference stays there when its key is revoked.
            AddUnlessEmpty(
                document,
                "keyAgreement",
                new JsonArray([.. history.EverForAgreement.Where(entry => Method(entry, did, chainId) is not null).Select(entry => JsonValue.Create(entry.Id(did)))]));
        }

        document["@context"] = new JsonArray(
            "https://www.w3.org/ns/did/v1",
            "https://w3id.org/security/suites/secp256k1recovery-2020/v2",
            "https://w3id.org/security/v3-unstable");
        return document;
    }

    /// <summary>The verification method of an account, of which nothing but the address is known.</summary>
    public static JsonObject OfAccount(string id, string did, string address, long chainId) => new()
    {
        ["id"] = id,
        ["type"] = "EcdsaSecp256k1RecoveryMethod2020",
        ["controller"] = did,
        ["blockchainAccountId"] = string.Create(CultureInfo.InvariantCulture, $"eip155:{chainId}:{address}"),
    };

    private static void AddController(DidSubject subject, IdentityHistory history, long chainId, JsonArray methods, JsonArray authentication, JsonArray assertion)
    {
        var id = $"{subject.Did}#controller";
        methods.Add(OfAccount(id, subject.Did, history.Owner, chainId));
        authentication.Add(id);
        assertion.Add(id);
        if (subject.PublicKey is null || history.Owner != subject.Address)
        {
            return;
        }

        var key = $"{subject.Did}#controllerKey";
        methods.Add(new JsonObject { ["id"] = key, ["type"] = Secp256k1KeyType, ["controller"] = subject.Did, ["publicKeyHex"] = subject.PublicKey });
        authentication.Add(key);
        assertion.Add(key);
    }

    private static JsonObject? Method(DocumentEntry entry, string did, long chainId)
    {
        if (entry.Kind == DocumentEntryKind.Delegate)
        {
            return OfAccount(entry.Id(did), did, entry.Account!, chainId);
        }

        (string Name, string? Text) key = entry.Name.Encoding switch
        {
            null or "hex" => ("publicKeyHex", Convert.ToHexStringLower(entry.Value)),
            "base64" => ("publicKeyBase64", Convert.ToBase64String(entry.Value)),
            "base58" => ("publicKeyBase58", Base58.Encode(entry.Value)),
            "pem" => ("publicKeyPem", AttributeName.StrictText(entry.Value)),
            _ => ("value", Convert.ToHexStringLower(entry.Value)),
        };
        if (key.Text is null)
        {
            return null;
        }

        var purpose = entry.Name.Purpose ?? string.Empty;
        var type = KeyTypes.GetValueOrDefault(entry.Name.Algorithm + Purposes.GetValueOrDefault(purpose, purpose), entry.Name.Algorithm);
        return new JsonObject { ["id"] = entry.Id(did), ["type"] = type, ["controller"] = did, [key.Name] = key.Text };
    }

    private static void AddService(JsonArray services, DocumentEntry entry, string did)
    {
        if (ServiceEndpoint.TryRead(entry.Value, out var endpoint))
        {
            services.Add(new JsonObject { ["id"] = entry.Id(did), ["type"] = entry.Name.Algorithm, ["serviceEndpoint"] = endpoint });
        }
    }

    private static void AddUnlessEmpty(JsonObject document, string name, JsonArray values)
    {
        if (values.Count > 0)
        {
            document[name] = values;
        }
    }
}
