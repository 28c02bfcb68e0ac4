using Newtonsoft.Json;

namespace Nethereum.ABI.EIP712;

/// <summary>Typed data whose domain is an object of a class such as <see cref="EIP712.Domain"/>.</summary>
[JsonObject(MemberSerialization.OptIn)]
public class TypedData<TDomain> : TypedDataRaw
{
    public TDomain Domain { get; set; }

    /// <summary>Takes the domain's values from its object.</summary>
    public void InitDomainRawValues() => DomainRawValues = MemberValueFactory.CreateFromMessage(Domain);

    /// <summary>Takes the message's values from an object whose properties carry <c>[Parameter]</c>.</summary>
    public void SetMessage<T>(T message) => Message = MemberValueFactory.CreateFromMessage(message);

    /// <summary>Takes the domain's values from its object, unless they are there.</summary>
    public void EnsureDomainRawValuesAreInitialised()
    {
        if (DomainRawValues is null)
        {
            InitDomainRawValues();
        }
    }
}
