using System.Text.Json;
using Sending.Chain.Formats;

namespace Sending.Chain.Tests.Formats;

public class DidTests
{
    private static readonly JsonElement Vector = Vectors.Read("identifiers");

    [Fact]
    public void Dids_are_those_of_the_vectors()
    {
        foreach (var item in Vector.Items("dids"))
        {
            Assert.Equal(item.Text("did"), new Did(item.Text("address").ToLowerInvariant()).ToString());
            Assert.Equal(item.Text("address"), Did.Parse(item.Text("did")).Address);
            Assert.Equal(new Did(item.Text("address")), Did.Parse(item.Text("did")));
        }
    }

    [Fact]
    public void User_ids_are_those_of_the_vectors()
    {
        foreach (var item in Vector.Items("userIds"))
        {
            var id = UserId.Parse(item.Text("id"));
            Assert.Equal((item.Text("user"), item.Text("homeEdge")), (id.User, id.HomeEdge));
            Assert.Equal(item.Text("id"), new UserId(item.Text("user"), item.Text("homeEdge")).ToString());
            Assert.Equal(new Did(item.Text("user")), id.Did);
        }
    }

    public static TheoryData<string> RefusedDids() => [.. Vector.Items("refusedDids").Select(text => text.GetString()!)];

    public static TheoryData<string> RefusedUserIds() => [.. Vector.Items("refusedUserIds").Select(text => text.GetString()!)];

    [Theory]
    [MemberData(nameof(RefusedDids))]
    public void Refuses_other_dids(string text)
    {
        Assert.False(Did.TryParse(text, out _));
        Assert.Contains(text, Assert.Throws<FormatException>(() => Did.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(RefusedUserIds))]
    public void Refuses_other_user_ids(string text)
    {
        Assert.False(UserId.TryParse(text, out _));
        Assert.Contains(text, Assert.Throws<FormatException>(() => UserId.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_nothing_and_what_is_no_address()
    {
        Assert.False(Did.TryParse(null, out _));
        Assert.False(UserId.TryParse(null, out _));
        Assert.Throws<ArgumentException>(() => new Did("0x12"));
        Assert.Throws<ArgumentException>(() => new UserId("0x" + new string('1', 40), "did:sdn:"));
    }
}
