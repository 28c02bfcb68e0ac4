using System.Numerics;
using System.Reflection;
using Nethereum.ABI;
using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.Contracts;
using Nethereum.Hex.HexConvertors.Extensions;

namespace Sending.Nethereum.Tests.Internals;

/// <summary>Properties of messages by delegates, and by reflection where no code can be made.</summary>
public sealed class MessageMemberTests
{
    private static readonly AllKindsFunction s_message = new()
    {
        Byte = 200, UShort = 60_000, UInt = 4_000_000_000, ULong = ulong.MaxValue, SByte = -100, Short = -30_000, Int = -2_000_000_000, Long = long.MinValue,
        Big = BigInteger.Pow(7, 90), Negative = -BigInteger.Pow(7, 80), Flag = true, Text = "text", Data = [1, 2, 3], Choice = DayOfWeek.Friday,
    };

    [Fact]
    public void DelegatesAndReflectionAgree()
    {
        foreach (var property in Properties<AllKindsFunction>())
        {
            var (compiled, reflected) = (MessageMember.Of(property), new ReflectedMember(property));
            Assert.IsNotType<ReflectedMember>(compiled);
            Assert.Equal(reflected.Type, compiled.Type);
            Assert.Equal(reflected.Get(s_message), compiled.Get(s_message));
            Assert.Equal(Encoded(reflected, property), Encoded(compiled, property));
            var (first, second) = (new AllKindsFunction(), new AllKindsFunction());
            compiled.Set(first, compiled.Get(s_message));
            reflected.Set(second, compiled.Get(s_message));
            Assert.Equal(property.GetValue(s_message), property.GetValue(first));
            Assert.Equal(property.GetValue(s_message), property.GetValue(second));
            if (property.PropertyType.IsValueType)
            {
                first = new AllKindsFunction();
                compiled.Decode(first, TypeOf(property), new AbiReader(Encoded(compiled, property)), 0, 0);
                Assert.Equal(property.GetValue(s_message), property.GetValue(first));
            }
        }
    }

    [Fact]
    public void AllKindsComeBack()
    {
        var read = new AllKindsFunction().DecodeInput(s_message.GetCallData().ToHex(prefix: true));
        Assert.All(Properties<AllKindsFunction>(), property => Assert.Equal(property.GetValue(s_message), property.GetValue(read)));
    }

    [Theory]
    [InlineData(nameof(AllKindsFunction.Byte), "0x100")]
    [InlineData(nameof(AllKindsFunction.ULong), "0x10000000000000000")]
    [InlineData(nameof(AllKindsFunction.Int), "0x80000000")]
    [InlineData(nameof(AllKindsFunction.Choice), "0x100000000")]
    public void ANumberThatThePropertyCannotHoldIsRefused(string name, string number)
    {
        var member = MessageMember.Of(typeof(AllKindsFunction).GetProperty(name)!);
        var word = number.HexToByteArray();
        var reader = new AbiReader((byte[])[.. new byte[32 - word.Length], .. word]);
        Assert.Throws<FormatException>(() => member.Decode(new AllKindsFunction(), ABIType.Create("uint256"), reader, 0, 0));
    }

    [Fact]
    public void MembersOfValueTypesGoByReflection()
    {
        var member = MessageMember.Of(typeof(Pair).GetProperty(nameof(Pair.First))!);
        Assert.IsType<ReflectedMember>(member);
        object pair = new Pair { First = 5 };
        Assert.Equal(new BigInteger(5), member.Get(pair));
        member.Set(pair, new BigInteger(6));
        Assert.Equal(6, ((Pair)pair).First);
    }

    [Fact]
    public void APropertyWithoutSetterIsNamed()
    {
        var member = MessageMember.Of(typeof(ReadOnly).GetProperty(nameof(ReadOnly.Fixed))!);
        Assert.Equal(5UL, member.Get(new ReadOnly()));
        Assert.Contains("ReadOnly.Fixed", Assert.Throws<InvalidOperationException>(() => member.Set(new ReadOnly(), 6UL)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ACallIsEncodedWithoutOtherMemoryThanItsResult()
    {
        var message = new NumbersFunction { A = BigInteger.Pow(3, 100), B = 7, C = true, D = new byte[32] };
        message.GetCallData();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var data = message.GetCallData();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, data.Length, data.Length + 64);
    }

    private static IEnumerable<PropertyInfo> Properties<T>() => typeof(T).GetProperties().Where(property => property.IsDefined(typeof(ParameterAttribute)));

    private static ABIType TypeOf(PropertyInfo property) => ABIType.Create(property.GetCustomAttribute<ParameterAttribute>()!.Type);

    private static byte[] Encoded(MessageMember member, PropertyInfo property)
    {
        using var writer = AbiWriter.Rent();
        writer.Reserve(ABIType.WordSize);
        member.Encode(s_message, TypeOf(property), writer, 0, 0);
        return writer.ToArray();
    }

    [Function("allKinds")]
    public class AllKindsFunction : FunctionMessage
    {
        [Parameter("uint8", "a", 1)]
        public byte Byte { get; set; }

        [Parameter("uint16", "b", 2)]
        public ushort UShort { get; set; }

        [Parameter("uint32", "c", 3)]
        public uint UInt { get; set; }

        [Parameter("uint64", "d", 4)]
        public ulong ULong { get; set; }

        [Parameter("int8", "e", 5)]
        public sbyte SByte { get; set; }

        [Parameter("int16", "f", 6)]
        public short Short { get; set; }

        [Parameter("int32", "g", 7)]
        public int Int { get; set; }

        [Parameter("int256", "h", 8)]
        public long Long { get; set; }

        [Parameter("uint256", "i", 9)]
        public BigInteger Big { get; set; }

        [Parameter("int256", "j", 10)]
        public BigInteger Negative { get; set; }

        [Parameter("bool", "k", 11)]
        public bool Flag { get; set; }

        [Parameter("string", "l", 12)]
        public string Text { get; set; } = "";

        [Parameter("bytes", "m", 13)]
        public byte[] Data { get; set; } = [];

        [Parameter("uint8", "n", 14)]
        public DayOfWeek Choice { get; set; }
    }

    [Function("numbers")]
    public class NumbersFunction : FunctionMessage
    {
        [Parameter("uint256", "a", 1)]
        public BigInteger A { get; set; }

        [Parameter("uint64", "b", 2)]
        public ulong B { get; set; }

        [Parameter("bool", "c", 3)]
        public bool C { get; set; }

        [Parameter("bytes32", "d", 4)]
        public byte[] D { get; set; } = [];
    }

    public struct Pair
    {
        [Parameter("uint256", "first", 1)]
        public BigInteger First { get; set; }
    }

    public class ReadOnly
    {
        [Parameter("uint64", "fixed", 1)]
        public ulong Fixed => 5;
    }
}
