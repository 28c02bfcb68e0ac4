using System.Text.Json;
using System.Text.Json.Nodes;
using Sending.Chain.Formats;

namespace Sending.Chain.Identity.Documents;

/// <summary>
/// A DID 1.1 document. What DID Core forbids is left out: a key that is none, a service without a URI. Fragments are those of
/// <see cref="EthrDidDocument"/>.
/// </summary>
internal static class MultikeyDocument
{
    public static JsonObject Make(DidSubject subject, IdentityHistory history, long chainId)
    {
        var did = subject.Did;
        var document = new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/ns/did/v1.1", "https://w3id.org/security/suites/secp256k1recovery-2020/v2"),
            ["id"] = did,
        };
        if (history.Deactivated)
        {
            return document;
        }

        if (history.Owner != subject.Address)
        {
            document["controller"] = new Did(history.Owner).ToString();
        }

        var (methods, authentication, assertion, agreement, services) = (new JsonArray(), new JsonArray(), new JsonArray(), new JsonArray(), new JsonArray());
        var controller = $"{did}#controller";
        methods.Add(EthrDidDocument.OfAccount(controller, did, history.Owner, chainId));
        authentication.Add(controller);
        assertion.Add(controller);
        if (subject.PublicKey is { } key && history.Owner == subject.Address)
        {
            var id = $"{did}#controllerKey";
            methods.Add(OfKey(id, did, new AttributeName("Secp256k1", null, null), Convert.FromHexString(key)));
            authentication.Add(id);
            assertion.Add(id);
        }

        foreach (var entry in history.Entries)
        {
            var id = entry.Id(did);
            if (entry.Kind == DocumentEntryKind.Service)
            {
                AddService(services, entry, id);
            }
            else if (entry.Kind == DocumentEntryKind.Delegate)
            {
                methods.Add(EthrDidDocument.OfAccount(id, did, entry.Account!, chainId));
                Relate(entry.Name, id, authentication, assertion, agreement);
            }
            else if (OfKey(id, did, entry.Name, entry.Value) is { } method)
            {
                methods.Add(method);
                Relate(entry.Name, id, authentication, assertion, agreement);
            }
        }

        document["verificationMethod"] = methods;
        document["authentication"] = authentication;
        document["assertionMethod"] = assertion;
        AddUnlessEmpty(document, "keyAgreement", agreement);
        AddUnlessEmpty(document, "service", services);
        return document;
    }

    private static JsonObject? OfKey(string id, string did, AttributeName name, byte[] value)
    {
        if (PublicKey.Describe(name, value)?.ToList() is not [var type, var key])
        {
            return null;
        }

        return new JsonObject { ["id"] = id, [type.Key] = type.Value, ["controller"] = did, [key.Key] = key.Value };
    }

    private static void Relate(AttributeName name, string id, JsonArray authentication, JsonArray assertion, JsonArray agreement)
    {
        if (name.Purpose == AttributeName.KeyAgreement || PublicKey.IsForAgreementOnly(name.Algorithm))
        {
            agreement.Add(id);
            return;
        }

        if (name.Purpose == AttributeName.Authentication)
        {
            authentication.Add(id);
        }

        assertion.Add(id);
    }

    private static void AddService(JsonArray services, DocumentEntry entry, string id)
    {
        if (ServiceEndpoint.TryRead(entry.Value, out var endpoint) && IsEndpoint(endpoint))
        {
            services.Add(new JsonObject { ["id"] = id, ["type"] = entry.Name.Algorithm, ["serviceEndpoint"] = endpoint });
        }
    }

    /// <summary>A URI, a map, or a set of those (DID Core 1.0, section 5.4).</summary>
    private static bool IsEndpoint(JsonNode? endpoint) => endpoint switch
    {
        JsonObject => true,
        JsonArray set => set.Count > 0 && set.All(member => member is not JsonArray && IsEndpoint(member)),
        JsonValue value => value.GetValueKind() == JsonValueKind.String && Uri.TryCreate(value.GetValue<string>(), UriKind.Absolute, out _),
        _ => false,
    };

    private static void AddUnlessEmpty(JsonObject document, string name, JsonArray values)
    {
        if (values.Count > 0)
        {
            document[name] = values;
        }
    }
}
