using System.Numerics;
using Nethereum.ABI.EIP712;
using Nethereum.ABI.FunctionEncoding.Attributes;

namespace Sending.Nethereum.Tests.Signer;

/// <summary>The example of EIP-712: a mail, its domain and the key that signs it.</summary>
internal static class MailExample
{
    public const string PrivateKey = "0xc85ef7d79691fe79573b1a7064c19c1a9819ebdbd1faaab1a8ec92344438aaf4";
    public const string Address = "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826";
    public const string EncodedType = "Mail(Person from,Person to,string contents)Person(string name,address wallet)";
    public const string DomainSeparator = "0xf2cee375fa42b42143804025fc449deafd50cc031ca257e0b194a650a912090f";
    public const string MessageHash = "0xc52c0ee5d84264471806290a3f2c4cecfc5490626bf912d01f240d7a274b371e";
    public const string Hash = "0xbe609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2";
    public const string Signature = "0x4355c47d63924e8a72e509b65029052eb6c299d53a04e167c5775fd466751c9d07299936d304c153f6443dfa05f40ff007d72911b6f72307f996231605b915621c";

    public const string Json = """
        {
          "types": {
            "EIP712Domain": [
              { "name": "name", "type": "string" }, { "name": "version", "type": "string" },
              { "name": "chainId", "type": "uint256" }, { "name": "verifyingContract", "type": "address" }
            ],
            "Person": [{ "name": "name", "type": "string" }, { "name": "wallet", "type": "address" }],
            "Mail": [{ "name": "from", "type": "Person" }, { "name": "to", "type": "Person" }, { "name": "contents", "type": "string" }]
          },
          "primaryType": "Mail",
          "domain": { "name": "Ether Mail", "version": "1", "chainId": 1, "verifyingContract": "0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC" },
          "message": {
            "from": { "name": "Cow", "wallet": "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826" },
            "to": { "name": "Bob", "wallet": "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB" },
            "contents": "Hello, Bob!"
          }
        }
        """;

    public static Mail Message => new()
    {
        From = new Person { Name = "Cow", Wallet = "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826" },
        To = new Person { Name = "Bob", Wallet = "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB" },
        Contents = "Hello, Bob!",
    };

    public static TypedData<Domain> TypedData => new()
    {
        Domain = new Domain { Name = "Ether Mail", Version = "1", ChainId = BigInteger.One, VerifyingContract = "0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC" },
        Types = MemberDescriptionFactory.GetTypesMemberDescription(typeof(Domain), typeof(Mail), typeof(Person)),
        PrimaryType = "Mail",
    };

    [Struct("Person")]
    public sealed class Person
    {
        [Parameter("string", "name", 1)]
        public string? Name { get; set; }

        [Parameter("address", "wallet", 2)]
        public string? Wallet { get; set; }
    }

    [Struct("Mail")]
    public sealed class Mail
    {
        [Parameter("tuple", "from", 1, "Person")]
        public Person? From { get; set; }

        [Parameter("tuple", "to", 2, "Person")]
        public Person? To { get; set; }

        [Parameter("string", "contents", 3)]
        public string? Contents { get; set; }
    }
}
