using Sending.Chain.Events.Following;

namespace Sending.Chain.Tests.Events.Following;

public class RangeHintTests
{
    [Theory]
    [InlineData("query returned more than 10000 results. Try with this block range [0x1, 0x64].", 100)]
    [InlineData("Log response size exceeded. this block range should work: [0x10, 0x1f]", 16)]
    [InlineData("You can make eth_getLogs requests with up to a 2K block range and no limit on the response size", 2_000)]
    [InlineData("eth_getLogs is limited to a 10,000 blocks range", 10_000)]
    [InlineData("block range is too wide, max is 500 blocks", 500)]
    [InlineData("exceed maximum block range: 5000", 5_000)]
    [InlineData("requested too many blocks from 1 to 9000, maximum is set to 2048", null)]
    [InlineData("query returned more than 10000 results", null)]
    [InlineData("block range too large", null)]
    [InlineData("Try with this block range [0x64, 0x1].", null)]
    [InlineData("Try with this block range [0xffffffffffffffffffff, 0xffffffffffffffffffffff].", null)]
    [InlineData("max 0 blocks", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Reads_what_providers_write(string? message, int? blocks) => Assert.Equal(blocks, RangeHint.Parse(message));
}
