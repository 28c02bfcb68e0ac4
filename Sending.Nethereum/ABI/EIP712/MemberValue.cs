namespace Nethereum.ABI.EIP712;

/// <summary>A member's value. That of a struct is a <c>MemberValue[]</c>, that of an array a sequence of values.</summary>
public class MemberValue
{
    public string TypeName { get; set; }

    public object Value { get; set; }
}
