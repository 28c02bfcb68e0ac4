using System.Numerics;
using CsCheck;
using Sending.Chain.Transactions;

namespace Sending.Chain.Tests.Transactions;

public class FeeOfferTests
{
    private static readonly Gen<BigInteger> Fee = Gen.ULong[0, 1_000_000_000_000].Select(value => new BigInteger(value));

    [Fact]
    public void The_first_offer_covers_twice_the_base_fee()
    {
        Assert.Equal(new FeeOffer(21, 1), FeeOffer.First(new FeeMarket(10, 1), 100));
        Assert.Equal(new FeeOffer(15, 1), FeeOffer.First(new FeeMarket(10, 1), 15));
        Assert.Equal(new FeeOffer(10, 10), FeeOffer.First(new FeeMarket(10, 50), 10));
        Assert.Null(FeeOffer.First(new FeeMarket(10, 1), 9));
    }

    [Fact]
    public void A_replacement_offers_an_eighth_more_or_what_the_market_asks()
    {
        Assert.Equal(new FeeOffer(900, 90), new FeeOffer(800, 80).Raise(new FeeMarket(100, 1), 10_000));
        Assert.Equal(new FeeOffer(1_200, 200), new FeeOffer(800, 80).Raise(new FeeMarket(500, 200), 10_000));
        Assert.Equal(new FeeOffer(880, 90), new FeeOffer(800, 80).Raise(new FeeMarket(500, 1), 880));
        Assert.Null(new FeeOffer(800, 80).Raise(new FeeMarket(500, 1), 879));
    }

    [Fact]
    public void A_replacement_is_always_one_that_nodes_take_and_the_cap_allows() => Gen.Select(Fee, Fee, Fee, Fee, Fee).Sample(
        (most, tip, baseFee, suggested, cap) =>
        {
            var offer = new FeeOffer(BigInteger.Max(most, tip), tip);
            if (offer.Raise(new FeeMarket(baseFee, suggested), cap) is not { } raised)
            {
                return cap < (offer.MaxFee * 11 / 10) + 1 || cap < (offer.Tip * 11 / 10) + 1;
            }

            return raised.MaxFee <= cap && raised.Tip <= raised.MaxFee && raised.MaxFee * 10 >= offer.MaxFee * 11 && raised.Tip * 10 >= offer.Tip * 11;
        });
}
