using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Fee1559Suggestions;

namespace Nethereum.RPC;

/// <summary>Makes fee strategies.</summary>
public class FeeSuggestionService : RpcClientWrapper
{
    public FeeSuggestionService(IClient client)
        : base(client)
    {
    }

    public SimpleFeeSuggestionStrategy GetSimpleFeeSuggestionStrategy() => new(Client);
}
