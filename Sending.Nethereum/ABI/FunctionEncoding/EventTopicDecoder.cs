using Nethereum.ABI.Model;
using Nethereum.Hex.HexConvertors.Extensions;

namespace Nethereum.ABI.FunctionEncoding;

/// <summary>
/// Decodes logs: indexed parameters from the topics, the others from the data. Of an indexed string, bytes, array or struct the log holds only
/// the hash: a string property gets it as hex, a byte array as it is, any other property is left as it was.
/// </summary>
public class EventTopicDecoder : ParameterDecoder
{
    private readonly bool _isAnonymousEvent;

    public EventTopicDecoder()
        : this(isAnonymousEvent: false)
    {
    }

    public EventTopicDecoder(bool isAnonymousEvent) => _isAnonymousEvent = isAnonymousEvent;

    public T DecodeTopics<T>(object[] topics, string data)
        where T : new() => DecodeTopics(new T(), topics, data);

    public List<ParameterOutput> DecodeDefaultTopics(EventABI eventABI, object[] topics, string data) =>
        DecodeDefaultTopics(eventABI.InputParameters, topics, data);

    public List<ParameterOutput> DecodeDefaultTopics(Parameter[] inputParameters, object[] topics, string data)
    {
        var words = IndexedTopics(topics, inputParameters.Count(parameter => parameter.Indexed));
        var outputs = new List<ParameterOutput>();
        foreach (var (parameter, word) in inputParameters.Where(parameter => parameter.Indexed).OrderBy(parameter => parameter.Order).Zip(words))
        {
            var isHash = parameter.ABIType.IsHashedWhenIndexed;
            outputs.Add(new ParameterOutput { Parameter = parameter, Result = isHash ? word : parameter.ABIType.Decode(new AbiReader(word), 0, typeof(object)) });
        }
        outputs.AddRange(DecodeDefault([.. inputParameters.Where(parameter => !parameter.Indexed)], ToBytes(data)));
        return [.. outputs.OrderBy(output => output.Parameter.Order)];
    }

    public T DecodeTopics<T>(T eventDTO, object[] topics, string data)
    {
        var map = MessageMap.Of(eventDTO.GetType());
        var words = IndexedTopics(topics, map.Parameters.Count(parameter => parameter.Indexed));
        var reader = new AbiReader(ToBytes(data));
        var (topic, head) = (0, 0);
        for (var i = 0; i < map.Parameters.Length; i++)
        {
            var (type, target) = (map.Parameters[i].ABIType, map.PropertyType(i));
            if (!map.Parameters[i].Indexed)
            {
                map.Set(eventDTO, i, AbiSequence.DecodeItem(type, reader, 0, head, target));
                head += type.HeadSize;
                continue;
            }
            var word = words[topic++];
            if (!type.IsHashedWhenIndexed)
            {
                map.Set(eventDTO, i, type.Decode(new AbiReader(word), 0, target));
            }
            else if (target == typeof(string))
            {
                map.Set(eventDTO, i, word.ToHex(prefix: true));
            }
            else if (target.IsAssignableFrom(typeof(byte[])))
            {
                map.Set(eventDTO, i, word);
            }
        }
        return eventDTO;
    }

    private byte[][] IndexedTopics(object[] topics, int count)
    {
        var first = _isAnonymousEvent ? 0 : 1;
        if (topics is null || topics.Length != first + count)
        {
            throw new FormatException($"The log has {topics?.Length ?? 0} topics where the event has {first + count}: other parameters are indexed.");
        }
        return [.. topics.Skip(first).Select(topic => ToBytes(topic.ToString()))];
    }
}
