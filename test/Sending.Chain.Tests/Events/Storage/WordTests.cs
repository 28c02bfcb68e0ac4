using System.Numerics;
using CsCheck;
using Sending.Chain.Events.Storage;

namespace Sending.Chain.Tests.Events.Storage;

public class WordTests
{
    private static readonly BigInteger Largest = BigInteger.Pow(2, 256) - 1;

    private static readonly Gen<BigInteger> Numbers = Gen.Byte.Array[0, 32].Select(bytes => new BigInteger(bytes, isUnsigned: true));

    [Fact]
    public void Every_number_of_256_bits_comes_back_and_keeps_its_order() => Gen.Select(Numbers, Numbers).Sample((one, other) =>
    {
        var (a, b) = (Word.Of(one), Word.Of(other));
        Assert.Equal(32, a.Length);
        Assert.Equal(one, Word.Number(a));
        Assert.Equal(Math.Sign(one.CompareTo(other)), Math.Sign(a.AsSpan().SequenceCompareTo(b)));
    });

    [Fact]
    public void Sums_and_differences_outside_of_256_bits_are_refused()
    {
        Assert.Equal(Largest, Word.Number(Word.Add(Word.Of(Largest - 1), Word.Of(1))));
        Assert.Throws<OverflowException>(() => Word.Add(Word.Of(Largest), Word.Of(1)));
        Assert.Throws<OverflowException>(() => Word.Subtract(Word.Of(1), Word.Of(2)));
        Assert.Throws<OverflowException>(() => Word.Of(-1));
        Assert.Throws<OverflowException>(() => Word.Of(Largest + 1));
    }

    [Fact]
    public void Addresses_come_back_by_EIP_55()
        => Assert.Equal("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266", Word.Address(Word.Bytes("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266")));
}
